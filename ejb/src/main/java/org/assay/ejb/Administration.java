package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.db.Grant;
import org.assay.db.Person;
import org.assay.db.PersonStore;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.Staff;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** Lets people in and says what they may. One administrator asks, another grants; the database holds that. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Administration {
    /** Without a colon, which would end it in HTTP Basic. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,59}");

    @Inject
    private Rights rights;

    @Inject
    private PersonStore store;

    @Inject
    private Staff staff;

    @Inject
    private Snapshots snapshots;

    @Inject
    private Passwords passwords;

    @Inject
    private AccessLog log;

    /** Everybody, by name. */
    public List<Person> people() {
        rights.toAdminister();
        log.read(rights.person(), "all people");
        return staff.people();
    }

    /** Every right that was ever asked for, in that order. */
    public List<Grant> grants() {
        rights.toAdminister();
        return staff.grants();
    }

    /** The date that rights count by, in UTC. */
    public LocalDate today() {
        rights.toAdminister();
        return staff.today();
    }

    /** The ids of all funds, which a right may be for; nothing else of them. */
    public List<String> funds() {
        rights.toAdminister();
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.fundIds();
        }
    }

    /**
     * Somebody who may sign in, and nothing more until a right is granted.
     *
     * @param password the first, which they change; absent for who comes by the house's provider alone
     * @throws FundException FORMAT; NOT_OPEN, when the name is taken
     */
    public void add(String name, Optional<String> password) {
        rights.toAdminister();
        if (!NAME.matcher(name).matches()) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    "person",
                    "name",
                    name,
                    "2 to 60 small letters, digits and . _ @ + -, a letter or digit first");
        }
        password.ifPresent(first -> Account.check(name, first));
        if (!store.add(name, rights.person())) {
            throw new FundException(ErrorCode.NOT_OPEN, "person", "name", name, "a name nobody has");
        }
        password.ifPresent(first -> store.password(name, passwords.hash(first), rights.person()));
    }

    /**
     * Asks another administrator for a right.
     *
     * @return its number
     * @throws FundException RIGHTS_CONFLICT, FORMAT or NOT_THERE
     */
    public long ask(Grant.Asked asked, String reason) {
        rights.toAdminister();
        return store.ask(asked, rights.person(), reason);
    }

    /**
     * Grants or refuses what another asked for.
     *
     * @throws FundException FOUR_EYES, RIGHTS_CONFLICT or NOT_OPEN
     */
    public void decide(long grant, Grant.Act act, String reason) {
        rights.toAdminister();
        store.decide(grant, act, rights.person(), reason);
    }

    /**
     * Ends a right at once.
     *
     * @throws FundException NOT_OPEN
     */
    public void end(long grant, String reason) {
        rights.toAdminister();
        store.end(grant, rights.person(), reason);
    }
}
