package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.assay.db.PersonStore;
import org.assay.db.Right;
import org.assay.db.Staff;
import org.assay.db.Token;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** What a person has of their own: a password, tokens, and the sight of their rights. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Account {
    /** Fewer are guessed, more are hashed for long (NIST SP 800-63B, 5.1.1). */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 200;

    @Inject
    private Rights rights;

    @Inject
    private PersonStore store;

    @Inject
    private Staff staff;

    @Inject
    private Passwords passwords;

    /**
     * A token that was made.
     *
     * @param secret shown now and never again
     */
    public record Made(long id, String secret) {}

    /** What they may, now. */
    public List<Right> rights() {
        return rights.all();
    }

    /** Whether they have a password here, or come by the house's provider alone. */
    public boolean hasPassword() {
        return staff.password(rights.person()).isPresent();
    }

    /** Sets their own password, of which the old one was asked for. */
    public void password(String fresh) {
        check(rights.person(), fresh);
        store.password(rights.person(), passwords.hash(fresh), rights.person());
    }

    /** Their tokens, in the order they were made. */
    public List<Token> tokens() {
        return staff.tokens(rights.person());
    }

    /**
     * @param name what it is for
     * @param days it lives, at most {@link Token#LONGEST}
     */
    public Made token(String name, int days) {
        if (days < 1 || days > Token.LONGEST) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    name,
                    "days",
                    Integer.toString(days),
                    "1 to %s".formatted(Integer.toString(Token.LONGEST)));
        }
        String secret = Secrets.draw();
        return new Made(store.token(rights.person(), name, Secrets.hash(secret), days), secret);
    }

    /** @throws FundException NOT_THERE, for one they do not have, or have revoked */
    public void revoke(long token) {
        if (!store.revoke(rights.person(), token)) {
            throw new FundException(
                    ErrorCode.NOT_THERE,
                    rights.person(),
                    "token",
                    Long.toString(token),
                    "a token of yours that is not revoked");
        }
    }

    static void check(String person, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    person,
                    "password",
                    "of %s characters".formatted(Integer.toString(password.length())),
                    "one of %s to %s characters".formatted(Integer.toString(SHORTEST), Integer.toString(LONGEST)));
        }
    }
}
