package org.assay.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.assay.ejb.Administration;
import org.assay.kernel.FundException;
import org.assay.web.shell.Said;

/** Lets somebody in, who may nothing yet. */
@Named
@RequestScoped
public class PersonBox {
    private static final String FORM = "adding";

    @Inject
    private Administration administration;

    private String name = "";
    private String password = "";

    public void add() {
        try {
            administration.add(name.strip(), Optional.of(password).filter(first -> !first.isEmpty()));
            Said.yes(FORM, "Added %s, who may sign in and nothing more: ask for a right now.".formatted(name.strip()));
            name = "";
        } catch (FundException refused) {
            Said.no(FORM, "Not added", refused);
        }
        password = "";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Optional.ofNullable(name).orElse("");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = Optional.ofNullable(password).orElse("");
    }
}
