package org.assay.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.assay.ejb.Account;
import org.assay.web.admin.GrantWords;

/** A person's own rights. */
@Named
@RequestScoped
public class AccountPage {
    @Inject
    private Account account;

    /** A right that holds now. */
    public record RightRow(String role, String fund, String until) {}

    public boolean isWithPassword() {
        return account.hasPassword();
    }

    public List<RightRow> getRights() {
        return account.rights().stream()
                .map(right -> new RightRow(
                        GrantWords.role(right.role()),
                        right.fund().orElse("all funds"),
                        right.until().map(Object::toString).orElse("no end")))
                .toList();
    }
}
