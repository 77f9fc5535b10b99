package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.db.NightWork;
import org.assay.db.NightWork.Block;
import org.assay.db.NightWork.StruckDay;
import org.assay.db.Refusal;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StrikeHead;
import org.assay.ejb.Cycle.Step;
import org.assay.ejb.Night.Progress;
import org.assay.ejb.Night.Round;
import org.assay.kernel.ErrorCode;
import org.assay.pack.fund.DayEnd;

/** The night as it is watched: its cycles, what waits and for whom, what comes next, and how fast it goes. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightBoard {
    /** Further back nobody counts what was struck. */
    private static final int YEAR = 366;

    /** So many of what waits and comes next are told one by one. */
    private static final int TOLD = 50;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private Night night;

    @Inject
    private ReportRegister reports;

    @Inject
    private Snapshots snapshots;

    /**
     * All of it that is in scope, at one moment: of the house clock, or of the books when it is told as of then. The pace is the whole house's.
     *
     * @param funds how many there are
     * @param struck days struck in the last year
     * @param due days to be struck by now, and not
     * @param held funds that have stopped
     * @param reports made of the last NAVs of funds that have caught up
     * @param quiet nothing is left that goes by itself; a day that cannot be struck waits for a person
     * @param cycles the latest first
     * @param waiting how many funds wait for a person before they can go on
     * @param waits the first of them
     * @param next what the clock brings, the soonest first
     * @param strikesLeft due days nobody has to clear anything for
     * @param secondsLeft until they are struck at the pace of the last minute; absent when nothing moves
     */
    public record Board(
            Instant now,
            int funds,
            long struck,
            int due,
            int held,
            int reports,
            boolean quiet,
            List<Cycle> cycles,
            int waiting,
            List<Wait> waits,
            List<Next> next,
            int strikesLeft,
            Optional<Long> secondsLeft,
            NightWork work) {}

    /**
     * A fund that waits for a person.
     *
     * @param date absent when it cannot even be told which
     * @param who must act
     */
    public record Wait(String fund, Optional<LocalDate> date, Step step, String why, String who) {}

    /**
     * A moment some funds wait for.
     *
     * @param seconds until then
     * @param what happens
     */
    public record Next(Instant at, long seconds, String what, LocalDate date, String time, String zone, int funds) {}

    /**
     * As it is now, or was: what comes next, what is left and who works is told of now alone.
     *
     * @param days how far back struck days are shown in cycles; days that are due are shown however old they are
     * @param limit of cycles
     * @param at as it stood then, by the clock of the books; absent as it is now
     */
    public Board board(int days, int limit, Optional<Instant> at) {
        Instant now = at.orElseGet(clock::instant);
        Scope scope = rights.scope();
        Round round = night.round(scope, at);
        LocalDate today = at.flatMap(then -> lastStruck(round)).orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
        List<String> ids = round.funds().stream().map(fund -> fund.fund().id()).toList();
        List<StrikeHead> held = round.funds().stream()
                .filter(Progress::isHeld)
                .flatMap(fund -> fund.last().stream())
                .toList();
        try (Snapshot snapshot = snapshots.open(at)) {
            Map<String, List<StruckDay>> struck = snapshot.struckDays(ids, today.minusDays(days)).stream()
                    .collect(Collectors.groupingBy(StruckDay::fund));
            Cycles cycles = new Cycles(now);
            round.funds()
                    .forEach(fund ->
                            cycles.add(fund, struck.getOrDefault(fund.fund().id(), List.of())));
            List<Wait> waits = waits(round, snapshot.blocks(held));
            return board(now, round, cycles.latest(limit), waits, snapshot.work(scope, today.minusDays(YEAR)));
        }
    }

    /** The house clock of then may have shown any date; the days that were struck say which. */
    private static Optional<LocalDate> lastStruck(Round round) {
        return round.funds().stream()
                .flatMap(fund -> fund.last().stream())
                .map(StrikeHead::date)
                .max(Comparator.naturalOrder());
    }

    private Board board(Instant now, Round round, List<Cycle> cycles, List<Wait> waits, NightWork work) {
        List<Progress> funds = round.funds();
        int due = funds.stream().mapToInt(fund -> fund.due().size()).sum();
        int left = funds.stream()
                .filter(fund -> fund.refused().isEmpty())
                .mapToInt(fund -> fund.due().size())
                .sum();
        long complete = funds.stream()
                .filter(fund -> fund.last().isPresent() && !fund.isDue() && !fund.lacksReports())
                .count();
        int pace = work.nodes().stream()
                .mapToInt(NightWork.NodeWork::strikesLastMinute)
                .sum();
        return new Board(
                now,
                funds.size() + round.unreadable().size(),
                work.daysStruck(),
                due,
                (int) funds.stream().filter(Progress::isHeld).count(),
                (int) complete * reports.everyNav().size(),
                left == 0 && funds.stream().noneMatch(Progress::needsReports),
                cycles,
                waits.size(),
                waits.stream().limit(TOLD).toList(),
                next(funds, now),
                left,
                pace == 0 ? Optional.empty() : Optional.of((60L * left + pace - 1) / pace),
                work);
    }

    private static List<Wait> waits(Round round, List<Block> blocks) {
        Map<Long, List<Block>> byStrike = blocks.stream().collect(Collectors.groupingBy(Block::strike));
        List<Wait> waits = new ArrayList<>();
        for (Unreadable fund : round.unreadable()) {
            waits.add(new Wait(fund.fund(), Optional.empty(), Step.DATA, fund.why(), who(Refusal.FAILED)));
        }
        for (Progress fund : round.funds()) {
            String id = fund.fund().id();
            if (fund.isHeld()) {
                StrikeHead head = fund.last().orElseThrow();
                waits.add(
                        head.sentBack().isPresent() && !head.isHeld()
                                ? sentBack(id, head)
                                : held(id, head.date(), byStrike.get(head.id())));
            } else {
                fund.refused()
                        .ifPresent(refusal -> waits.add(new Wait(
                                id,
                                Optional.of(refusal.date()),
                                Cycles.stepOf(refusal),
                                refusal.reason(),
                                who(refusal.code()))));
            }
        }
        return waits;
    }

    /** By the person whose step it is. */
    private static Wait sentBack(String fund, StrikeHead head) {
        StrikeHead.Word word = head.sentBack().orElseThrow();
        return new Wait(
                fund,
                Optional.of(head.date()),
                Step.SIGN_OFF,
                "sent back by %s: %s".formatted(word.by(), word.reason()),
                ErrorCode.Blame.DATA_DESK.who());
    }

    /** At the first step that holds it. */
    private static Wait held(String fund, LocalDate date, List<Block> blocks) {
        Block first = blocks.stream()
                .min(Comparator.comparing((Block block) -> Cycles.stepOf(block.control())))
                .orElseThrow();
        String why = "%s %s: %s".formatted(first.control(), first.subject(), first.text());
        return new Wait(
                fund,
                Optional.of(date),
                Cycles.stepOf(first.control()),
                first.others() == 0 ? why : "%s; and %s more".formatted(why, Integer.toString(first.others())),
                ErrorCode.Blame.DATA_DESK.who());
    }

    private static String who(String code) {
        return code.equals(Refusal.FAILED)
                ? ErrorCode.Blame.DEVELOPER.who()
                : ErrorCode.valueOf(code).blame().who();
    }

    /** The valuation points and intake deadlines to come of each fund's next day. */
    private static List<Next> next(List<Progress> funds, Instant now) {
        SortedMap<Next, Integer> counts = new TreeMap<>(Comparator.comparing(Next::at)
                .thenComparing(Next::what)
                .thenComparing(Next::date)
                .thenComparing(Next::zone)
                .thenComparing(Next::time));
        for (Progress fund : funds) {
            fund.next().ifPresent(date -> {
                DayEnd end = fund.fund().terms().dayEnd(date);
                count(counts, end.point().on(date), "valuation point", date, end, now);
                count(counts, end.known(date), "intake deadline, then the strike", date, end, now);
            });
        }
        return counts.entrySet().stream()
                .limit(TOLD)
                .map(entry -> {
                    Next next = entry.getKey();
                    return new Next(
                            next.at(),
                            next.seconds(),
                            next.what(),
                            next.date(),
                            next.time(),
                            next.zone(),
                            entry.getValue());
                })
                .toList();
    }

    private static void count(
            SortedMap<Next, Integer> counts, Instant at, String what, LocalDate date, DayEnd end, Instant now) {
        if (at.isAfter(now)) {
            Next next = new Next(
                    at,
                    now.until(at, ChronoUnit.SECONDS),
                    what,
                    date,
                    end.point().time(),
                    end.point().zone().getId(),
                    0);
            counts.merge(next, 1, Integer::sum);
        }
    }
}
