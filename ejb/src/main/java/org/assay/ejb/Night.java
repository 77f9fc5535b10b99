package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assay.db.FundHead;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StandingSessions;
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
    private static final Logger LOG = System.getLogger(Night.class.getName());

    @Inject
    private Clock clock;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StandingSessions standing;

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
        return progress(id -> true);
    }

    /** Of the funds with such ids. */
    public List<Progress> progress(Predicate<String> ids) {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.funds().stream()
                    .filter(fund -> ids.test(fund.id()))
                    .map(fund -> progressOrWhyNot(snapshot, fund))
                    .toList();
        }
    }

    /** A fund whose rows cannot be read stands alone with that; the others go on. */
    private Progress progressOrWhyNot(Snapshot snapshot, FundHead fund) {
        try {
            return progress(snapshot, fund);
        } catch (IllegalStateException | FundException e) {
            LOG.log(Level.ERROR, fund.id(), e);
            return new Progress(fund, Optional.empty(), List.of(), Optional.of(failure(e)));
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

    /** Takes funds back from nodes that stand still and neither work nor die. */
    public void freeFunds() {
        int ended = standing.end();
        if (ended > 0) {
            LOG.log(Level.WARNING, "{0} sessions were ended, of a node that stood still while it sent rows", ended);
        }
    }

    /** A fund that has caught up needs the reports of its last NAV. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean needsReports(Progress progress) {
        return !progress.isDue()
                && progress.last().filter(head -> !reports.areMade(head)).isPresent();
    }

    /** Keeps which rule said no to a strike, and who must act. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(StrikeId strike, FundException reason) {
        strikes.refused(strike, reason.code().name(), reason.getMessage());
    }

    /** Keeps what broke while a strike was made: for the developers, but where the desk sees that it waits for them. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(StrikeId strike, RuntimeException failure) {
        strikes.refused(strike, "FAILED", failure(failure));
    }

    private static String failure(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "%s (the developers must act)".formatted(cause.getMessage());
    }
}
