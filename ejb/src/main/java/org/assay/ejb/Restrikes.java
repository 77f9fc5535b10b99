package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.db.Person.Role;

/** A person asks for the last day once more: what was missing came in, or what came in late belongs into it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Restrikes {
    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private Strikes strikes;

    /**
     * Fires twice, strikes once.
     *
     * @param attempt one above the last
     * @throws org.assay.kernel.FundException NOT_ALLOWED; NOT_THERE; NOT_OPEN, when the day is approved, a later one is struck, or the
     *     attempt is another
     */
    public void again(String fund, LocalDate date, int attempt) {
        rights.to(Role.OPERATOR, fund);
        AskedBy person = new AskedBy(rights.person(), Optional.empty(), Node.name());
        strikes.again(fund, date, attempt, clock.instant(), person);
    }
}
