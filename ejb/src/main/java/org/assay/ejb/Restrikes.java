package org.assay.ejb;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.db.AskedBy;

/** A person asks for the last day once more: what was missing came in, or what came in late belongs into it. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class Restrikes {
    @Inject
    private Clock clock;

    @Inject
    private Strikes strikes;

    @Resource
    private SessionContext caller;

    /**
     * Fires twice, strikes once.
     *
     * @param attempt one above the last
     * @throws org.assay.kernel.FundException NOT_THERE; NOT_OPEN, when the day is approved, a later one is struck, or the
     *     attempt is another
     */
    public void again(String fund, LocalDate date, int attempt) {
        String by = caller.getCallerPrincipal().getName();
        strikes.again(fund, date, attempt, clock.instant(), new AskedBy(by, Optional.empty(), Node.name()));
    }
}
