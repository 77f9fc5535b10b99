package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.kernel.FundException;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Schedule;

/**
 * What is due. Computed from calendars and the clock whenever somebody looks, never kept: a server that slept for ten
 * days looks once and finds ten days, in order.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Night {
    @Inject
    private Clock clock;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StrikeStore strikes;

    @Inject
    private Reports reports;

    /**
     * How far one fund has come.
     *
     * @param last strike, when there is one
     * @param due days not struck whose intake deadline has passed; none while the fund is held
     * @param refusal why the first of them cannot be struck, and who must act
     */
    public record Progress(FundHead fund, Optional<StrikeHead> last, List<LocalDate> due, Optional<String> refusal) {
        public Progress {
            due = List.copyOf(due);
        }

        /** A day waits to be struck. */
        public boolean isDue() {
            return !due.isEmpty();
        }

        /** The fund stops until somebody clears it. */
        public boolean isHeld() {
            return last.filter(head -> head.status() == StrikeHead.Status.HELD).isPresent();
        }
    }

    /** Of every fund, by id. */
    public List<Progress> progress() {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.funds().stream()
                    .map(fund -> progress(snapshot, fund))
                    .toList();
        }
    }

    /**
     * Asks the books anything.
     *
     * @throws org.assay.db.BooksUnavailable when they do not answer
     */
    public void checkBooks() {
        try (Snapshot snapshot = snapshots.open()) {
            snapshot.fund("-");
        }
    }

    private Progress progress(Snapshot snapshot, FundHead fund) {
        Optional<StrikeHead> last = snapshot.lastStrike(fund.id());
        Progress nothing = new Progress(fund, last, List.of(), Optional.empty());
        if (nothing.isHeld()) {
            return nothing;
        }
        Schedule schedule =
                KnownFund.of(snapshot.knowledge(fund), Optional.empty()).schedule();
        LocalDate from = snapshot.closed(fund.id())
                .map(date -> date.plusDays(1))
                .orElse(fund.terms().inception());
        List<LocalDate> due = due(schedule, from);
        Optional<String> refusal = due.stream().findFirst().flatMap(date -> snapshot.refusal(fund.id(), date));
        return new Progress(fund, last, due, refusal);
    }

    /** A day is due when nothing more may come in for it: its knowledge time has passed. */
    private List<LocalDate> due(Schedule schedule, LocalDate from) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        List<LocalDate> due = new ArrayList<>();
        Optional<LocalDate> day = schedule.first(from, today);
        while (day.filter(date -> !schedule.known(date).isAfter(now)).isPresent()) {
            due.add(day.get());
            day = schedule.first(day.get().plusDays(1), today);
        }
        return due;
    }

    /** A fund that has caught up needs the reports of its last NAV. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean needsReports(Progress progress) {
        return !progress.isDue()
                && progress.last().filter(head -> !reports.areMade(head)).isPresent();
    }

    /** Keeps why a strike could not be made. The same reason is kept once, however often it is tried. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(StrikeId strike, FundException reason) {
        strikes.refused(strike, reason);
    }
}
