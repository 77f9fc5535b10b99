package org.assay.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.assay.ejb.Account;
import org.assay.kernel.FundException;
import org.assay.web.shell.Said;
import org.assay.web.signin.OwnPassword;

/** Changes one's own password. Every other session ends with it, and this one goes on. */
@Named
@RequestScoped
public class PasswordBox {
    private static final String FORM = "changing";

    @Inject
    private Account account;

    @Inject
    private OwnPassword own;

    private String present = "";
    private String fresh = "";

    public void change() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        Optional<String> why = own.whyNot(request, present);
        if (why.isPresent()) {
            Said.no(FORM, why.get());
            return;
        }
        try {
            account.password(fresh);
            own.remember(request);
            Said.yes(FORM, "The password is changed. Every other session of yours has ended.");
        } catch (FundException refused) {
            Said.no(FORM, "Not changed", refused);
        }
        present = "";
        fresh = "";
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = Optional.ofNullable(present).orElse("");
    }

    public String getFresh() {
        return fresh;
    }

    public void setFresh(String fresh) {
        this.fresh = Optional.ofNullable(fresh).orElse("");
    }
}
