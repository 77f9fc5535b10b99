package org.assay.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.assay.db.Token;
import org.assay.ejb.Account;
import org.assay.kernel.FundException;
import org.assay.web.admin.GrantWords;
import org.assay.web.shell.Said;

/** One's own tokens: made, shown once, revoked. */
@Named
@RequestScoped
public class TokenBox {
    private static final String FORM = "tokens";

    @Inject
    private Account account;

    private String name = "";
    private int days = 30;
    private String secret = "";

    /**
     * A token.
     *
     * @param id of one that may be revoked
     */
    public record TokenRow(
            long id, String name, String made, String expires, String lastUsed, String state, boolean isLive) {}

    public List<TokenRow> getRows() {
        return account.tokens().stream().map(TokenBox::row).toList();
    }

    private static TokenRow row(Token token) {
        String ended = token.revokedAt().isPresent() ? "Revoked" : "Over";
        return new TokenRow(
                token.id(),
                token.name(),
                GrantWords.at(token.madeAt()),
                GrantWords.at(token.expiresAt()),
                token.lastUsed().map(Object::toString).orElse("never"),
                token.isLive() ? "Holds" : ended,
                token.isLive());
    }

    public void make() {
        try {
            secret = account.token(name.strip(), days).secret();
            name = "";
        } catch (FundException refused) {
            Said.no(FORM, "Not made", refused);
        }
    }

    public void revoke(long token) {
        try {
            account.revoke(token);
        } catch (FundException refused) {
            Said.no(FORM, "Not revoked", refused);
        }
    }

    /** Of the token just made; empty ever after. */
    public String getSecret() {
        return secret;
    }

    public int getLongest() {
        return Token.LONGEST;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Optional.ofNullable(name).orElse("");
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
