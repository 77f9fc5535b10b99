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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.FundHead;
import org.assay.db.Refusal;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.Standing;
import org.assay.db.Standing.Standings;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StandingSessions;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.kernel.FundException;
import org.assay.pack.replay.Schedule;

/**
 * What is due. Computed from calendars and the clock whenever somebody looks, never kept: a server that slept for ten
 * days looks once and finds ten days, in order.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Night {
    /** How far ahead calendars are read: no fund rests longer. */
    static final int DAYS_AHEAD = 40;

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
    private Years years;

    @Inject
    private ReportRegister reports;

    /**
     * How far one fund has come.
     *
     * @param last strike, when there is one
     * @param open days not struck whose intake deadline has passed, in order
     * @param next the first day after them
     * @param refused why the first of them cannot be struck
     * @param lacksReports the last NAV lacks one in the status it stands in
     * @param owesReports of published NAVs, or ordered
     */
    public record Progress(
            FundHead fund,
            Optional<StrikeHead> last,
            List<LocalDate> open,
            Optional<LocalDate> next,
            Optional<Refusal> refused,
            boolean lacksReports,
            boolean owesReports) {
        public Progress {
            open = List.copyOf(open);
        }

        /** Days the night strikes by itself; none while the fund is held. */
        public List<LocalDate> due() {
            return isHeld() ? List.of() : open;
        }

        /** A day waits to be struck. */
        public boolean isDue() {
            return !due().isEmpty();
        }

        /** The fund stops until somebody clears it. */
        public boolean isHeld() {
            return last.filter(StrikeHead::stopsTheFund).isPresent();
        }

        /** A fund that has caught up needs the reports of its last NAV, and whatever is owed. */
        public boolean needsReports() {
            return !isDue() && (lacksReports || owesReports);
        }

        /** Why the first due day cannot be struck, in words, with who must act. */
        public Optional<String> refusal() {
            return refused.map(Refusal::reason);
        }
    }

    /** All funds: those that can be told about, and those whose rows cannot be read, each by id. */
    public record Round(List<Progress> funds, List<Unreadable> unreadable) {
        public Round {
            funds = List.copyOf(funds);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** The ids of all funds, in order. */
    public List<String> funds() {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.fundIds();
        }
    }

    /**
     * Of every fund in a scope.
     *
     * @param at as it stood then; absent as it stands now
     */
    public Round round(Scope scope, Optional<Instant> at) {
        try (Snapshot snapshot = snapshots.open(at)) {
            return round(snapshot, scope.of(snapshot.fundIds()), at.isPresent());
        }
    }

    /**
     * Of these funds, as far as they are there.
     *
     * @param at as it stood then; absent as it stands now
     */
    public Round round(Collection<String> funds, Optional<Instant> at) {
        try (Snapshot snapshot = snapshots.open(at)) {
            return round(snapshot, funds, at.isPresent());
        }
    }

    private Round round(Snapshot snapshot, Collection<String> funds, boolean isThen) {
        LocalDate ahead = today().plusDays(DAYS_AHEAD);
        Standings standings = snapshot.standings(funds, ahead);
        standings
                .unreadable()
                .forEach(fund -> LOG.log(Level.ERROR, "%s cannot be read: %s".formatted(fund.fund(), fund.why())));
        List<String> kinds = reports.everyNav();
        return new Round(
                standings.funds().stream()
                        .map(fund -> isThen ? then(fund, kinds) : progressOrWhyNot(fund, ahead, kinds))
                        .toList(),
                standings.unreadable());
    }

    /** A fund whose terms have no answer stands alone with that; the others go on. */
    private Progress progressOrWhyNot(Standing fund, LocalDate ahead, List<String> kinds) {
        try {
            return progress(fund, ahead, kinds);
        } catch (IllegalStateException | FundException e) {
            LOG.log(Level.ERROR, fund.fund().id(), e);
            Refusal why = new Refusal(fund.open(), Refusal.FAILED, failure(e));
            return new Progress(fund.fund(), fund.last(), List.of(), Optional.empty(), Optional.of(why), false, false);
        }
    }

    private Progress progress(Standing fund, LocalDate ahead, List<String> kinds) {
        Schedule schedule = Schedule.of(fund.fund().terms(), fund.calendarDays());
        List<LocalDate> open = schedule.due(fund.open(), clock.instant());
        LocalDate after =
                open.isEmpty() ? fund.open() : open.get(open.size() - 1).plusDays(1);
        return new Progress(
                fund.fund(),
                fund.last(),
                open,
                schedule.first(after, ahead),
                fund.refusal().filter(refusal -> open.stream().limit(1).anyMatch(refusal.date()::equals)),
                fund.last().filter(head -> lacksReports(head, fund, kinds)).isPresent(),
                fund.owesReports());
    }

    /**
     * As it stood at a moment of the books. What was due by then nobody knows any more, because the house clock may have been
     * moved; but a day that was refused had been due.
     */
    private static Progress then(Standing fund, List<String> kinds) {
        return new Progress(
                fund.fund(),
                fund.last(),
                fund.refusal().map(Refusal::date).stream().toList(),
                Optional.empty(),
                fund.refusal(),
                fund.last().filter(head -> lacksReports(head, fund, kinds)).isPresent(),
                false);
    }

    private static boolean lacksReports(StrikeHead head, Standing fund, List<String> kinds) {
        String status = StruckNavs.word(head.status());
        return !fund.reports()
                .containsAll(kinds.stream().map(kind -> status + " " + kind).collect(Collectors.toSet()));
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

    /** Takes funds back from nodes that stand still and neither work nor die. */
    public void freeFunds() {
        int ended = standing.end();
        if (ended > 0) {
            LOG.log(Level.WARNING, "{0} sessions were ended, of a node that stood still while it sent rows", ended);
        }
    }

    /** Makes the coming year ready while nobody needs it yet: on its first day, strikes of the old one would be waited for. */
    public void openYearAhead() {
        years.open(today().plusDays(DAYS_AHEAD));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Keeps which rule said no to a strike, and who must act. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(StrikeId strike, FundException reason) {
        strikes.refused(strike, reason.code().name(), reason.getMessage());
    }

    /** Keeps what broke while a strike was made: for the developers, but where the desk sees that it waits for them. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(StrikeId strike, RuntimeException failure) {
        strikes.refused(strike, Refusal.FAILED, failure(failure));
    }

    private static String failure(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "%s (the developers must act)".formatted(cause.getMessage());
    }
}
