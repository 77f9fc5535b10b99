package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.nav.RollOutlook;
import org.assay.kernel.nav.RollOutlook.Plan;
import org.assay.kernel.nav.RolledDay;
import org.assay.kernel.roll.RollWindow;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/** How rolls stand, what they bring next, and what was done in the last window. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rolls {
    @Inject
    private Rights rights;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StruckNavs struck;

    /**
     * Of the last NAV.
     *
     * @param at as it stood then; absent as it stands now
     * @return nothing for a fund that knows no future, or has no NAV
     * @throws FundException NOT_THERE
     */
    public Optional<RollOutlook> outlook(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return outlook(snapshot, fund);
        }
    }

    private static Optional<RollOutlook> outlook(Snapshot snapshot, String fund) {
        FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
        return snapshot.lastStrike(fund).flatMap(last -> outlook(snapshot, head, last));
    }

    private static Optional<RollOutlook> outlook(Snapshot snapshot, FundHead fund, StrikeHead last) {
        Knowledge knowledge = snapshot.knowledge(fund, last);
        if (knowledge.instruments().values().stream().noneMatch(Future.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(RollOutlook.of(
                fund.terms().on(last.date()),
                snapshot.closing(knowledge, last),
                knowledge.instruments().values(),
                KnownFund.of(knowledge, Optional.empty()).calendars(last.known())));
    }

    /**
     * Plan against fills, day by day, of the last window each programme has begun: each day is struck again.
     *
     * @param at as it stood then; absent as it stands now
     * @throws FundException NOT_THERE
     */
    public List<RolledDay> days(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            List<RollWindow> windows = outlook(snapshot, fund).stream()
                    .flatMap(outlook -> outlook.plans().stream())
                    .map(Plan::latest)
                    .flatMap(Optional::stream)
                    .toList();
            Optional<LocalDate> from = windows.stream().map(RollWindow::first).min(Comparator.naturalOrder());
            Optional<YearMonth> to = windows.stream().map(RollWindow::month).max(Comparator.naturalOrder());
            return from.map(first ->
                            days(snapshot, fund, first, to.orElseThrow().atEndOfMonth()))
                    .orElse(List.of());
        }
    }

    private List<RolledDay> days(Snapshot snapshot, String fund, LocalDate from, LocalDate to) {
        return snapshot.strikes(fund, from, to).stream()
                .map(head -> struck.restrike(snapshot, head))
                .flatMap(nav -> RolledDay.of(nav.inputs(), nav.result()).stream())
                .toList();
    }
}
