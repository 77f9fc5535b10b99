package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.db.Person.Role;
import org.assay.db.PriceProposal;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;

/**
 * Clears what a price holds: the second person accepts it, and the day is struck again with it. Two transactions: should
 * the server die between them, the price is there and the day can be struck again from its page.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Clearance {
    private static final int FIRST = 1;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private ManualPrices prices;

    @Inject
    private Strikes strikes;

    @Inject
    private Night night;

    @Inject
    private Snapshots snapshots;

    /**
     * Accepts a manual price. The fund's last day is struck again with it in the name of who proposed it, unless it is
     * approved; what is behind the last day is restated on a branch, which the night strikes.
     *
     * @return the day as it stands then; absent when it is not struck
     * @throws org.assay.kernel.FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE
     */
    public Optional<StrikeHead> accept(String fund, long proposal, String reason) {
        rights.to(Role.APPROVER, fund);
        PriceProposal accepted = prices.accept(fund, proposal, reason);
        attempt(accepted)
                .ifPresent(attempt -> strikes.again(
                        fund,
                        accepted.date(),
                        attempt,
                        clock.instant(),
                        new AskedBy(accepted.proposedBy(), Optional.empty(), Node.name())));
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.strike(fund, accepted.date());
        }
    }

    /** Of the day's next strike; none when it is not the one the fund stands at. */
    private Optional<Integer> attempt(PriceProposal accepted) {
        Night.Progress fund = night.round(List.of(accepted.fund()), Optional.empty()).funds().stream()
                .findFirst()
                .orElseThrow(() -> Desk.noFund(accepted.fund()));
        Optional<Integer> again = fund.last()
                .filter(head -> head.date().equals(accepted.date()) && !head.isApproved())
                .map(head -> head.strike().attempt() + 1);
        boolean wasRefused = fund.refused()
                .filter(refusal -> refusal.date().equals(accepted.date()))
                .isPresent();
        return again.isEmpty() && wasRefused ? Optional.of(FIRST) : again;
    }
}
