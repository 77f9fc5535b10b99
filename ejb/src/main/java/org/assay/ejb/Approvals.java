package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.assay.db.DecisionStore;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** A second person's word under a NAV. The database holds the four eyes too, whoever asks it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Approvals {
    @Inject
    private Rights rights;

    @Inject
    private DecisionStore decisions;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    @Inject
    private OwedReports owed;

    /**
     * Signs a NAV. When that publishes it, its reports are owed.
     *
     * @param result digest of the NAV the approver has seen: a NAV struck anew since is not approved by accident
     * @param reason in the approver's words
     * @throws FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE
     */
    public void approve(String fund, LocalDate date, String result, String reason) {
        rights.to(Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            StrikeHead seen = seen(snapshot, fund, date, result);
            decisions.approve(seen, rights.person(), reason);
            owed.signed(snapshot, seen);
        }
    }

    /**
     * The fund stops there until it is struck again, or its days are restated.
     *
     * @param result digest of the NAV the approver has seen
     * @param reason what must be put right, for whoever does
     * @throws FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE
     */
    public void sendBack(String fund, LocalDate date, String result, String reason) {
        rights.to(Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            decisions.sendBack(seen(snapshot, fund, date, result), rights.person(), reason);
        }
    }

    /** The NAV that waits, if it is the one that was looked at. */
    private static StrikeHead seen(Snapshot snapshot, String fund, LocalDate date, String result) {
        StrikeHead head = snapshot.strike(fund, date).orElseThrow(() -> Desk.notStruck(fund, date));
        if (!head.result().equals(result)) {
            throw refused(head, result, "digest of the NAV as it stands, " + head.result());
        }
        if (head.status() != StrikeHead.Status.REVIEW) {
            throw refused(head, StruckNavs.word(head.status()), "a NAV in Review");
        }
        return head;
    }

    private static FundException refused(StrikeHead head, String value, String expected) {
        return new FundException(
                ErrorCode.NOT_OPEN, "%s %s".formatted(head.strike().fund(), head.date()), "NAV", value, expected);
    }
}
