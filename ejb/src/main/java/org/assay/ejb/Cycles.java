package org.assay.ejb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.db.NightWork.StruckDay;
import org.assay.db.Refusal;
import org.assay.ejb.Cycle.State;
import org.assay.ejb.Cycle.Step;
import org.assay.ejb.Cycle.StepCount;
import org.assay.ejb.Night.Progress;
import org.assay.kernel.ErrorCode;
import org.assay.pack.fund.DayEnd;

/** Counts funds into cycles. Where each step of each day stands is derived here, from what the books say and the moment. */
final class Cycles {
    /** What refuses a strike, and the controls that hold one: there is no price or rate, none of the day, none new enough. */
    private static final Set<String> OF_PRICES =
            Set.of(ErrorCode.PRICE_MISSING.name(), ErrorCode.FX_MISSING.name(), "C36", "C21");

    private final Instant now;
    private final SortedMap<Key, Count> counts = new TreeMap<>();

    Cycles(Instant now) {
        this.now = now;
    }

    /** The latest day first; of a day, the valuation point that came last. */
    private record Key(LocalDate date, Instant valuationPoint, String time, String zone) implements Comparable<Key> {
        private static final Comparator<Key> LATEST_FIRST = Comparator.comparing(Key::date)
                .thenComparing(Key::valuationPoint)
                .reversed()
                .thenComparing(Key::zone)
                .thenComparing(Key::time);

        @Override
        public int compareTo(Key other) {
            return LATEST_FIRST.compare(this, other);
        }
    }

    private static final class Count {
        private final Map<Step, Map<State, Integer>> steps = new EnumMap<>(Step.class);
        private Instant deadline = Instant.MAX;
        private int funds;

        void add(Map<Step, State> states, Instant known) {
            funds++;
            deadline = known.isBefore(deadline) ? known : deadline;
            states.forEach((step, state) -> steps.computeIfAbsent(step, key -> new EnumMap<>(State.class))
                    .merge(state, 1, Integer::sum));
        }

        StepCount of(Step step) {
            Map<State, Integer> states = steps.getOrDefault(step, Map.of());
            return new StepCount(
                    step,
                    states.getOrDefault(State.DONE, 0),
                    states.getOrDefault(State.DUE, 0),
                    states.getOrDefault(State.HELD, 0),
                    states.getOrDefault(State.WAITS, 0));
        }
    }

    /** @param struck its days that are shown */
    void add(Progress fund, List<StruckDay> struck) {
        for (StruckDay day : struck) {
            boolean isLast =
                    fund.last().filter(head -> head.date().equals(day.date())).isPresent();
            count(fund, day.date(), struck(day, isLast && fund.lacksReports()));
        }
        for (LocalDate date : fund.open()) {
            boolean isFirst = date.equals(fund.open().get(0));
            count(fund, date, isFirst && !fund.isHeld() ? first(fund) : waiting(State.DONE));
        }
        fund.next()
                .filter(date ->
                        !fund.fund().terms().dayEnd(date).point().on(date).isAfter(now))
                .ifPresent(date -> count(fund, date, waiting(State.WAITS)));
    }

    private static Map<Step, State> struck(StruckDay day, boolean lacksReports) {
        Map<Step, State> states = waiting(State.DONE);
        states.put(Step.PRICES, State.DONE);
        states.put(Step.STRIKE, State.DONE);
        states.put(Step.REPORTS, lacksReports ? State.DUE : State.DONE);
        if (day.isHeld()) {
            day.heldBy().forEach(control -> states.put(stepOf(control), State.HELD));
            return states;
        }
        states.put(Step.CONTROLS, State.DONE);
        states.put(Step.COMPLIANCE, State.DONE);
        states.put(Step.SIGN_OFF, day.isApproved() ? State.DONE : day.isSentBack() ? State.HELD : State.DUE);
        return states;
    }

    /** The day the fund is at. */
    private static Map<Step, State> first(Progress fund) {
        Map<Step, State> states = waiting(State.DONE);
        fund.refused()
                .ifPresentOrElse(
                        refusal -> states.put(stepOf(refusal), State.HELD), () -> states.put(Step.PRICES, State.DUE));
        return states;
    }

    /** At which step a day was refused. */
    static Step stepOf(Refusal refusal) {
        return OF_PRICES.contains(refusal.code()) ? Step.PRICES : Step.STRIKE;
    }

    /** At which step a control holds a NAV. */
    static Step stepOf(String control) {
        return OF_PRICES.contains(control) ? Step.PRICES : Step.CONTROLS;
    }

    private static Map<Step, State> waiting(State data) {
        Map<Step, State> states = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            states.put(step, State.WAITS);
        }
        states.put(Step.DATA, data);
        return states;
    }

    private void count(Progress fund, LocalDate date, Map<Step, State> states) {
        DayEnd end = fund.fund().terms().dayEnd(date);
        Key key = new Key(
                date,
                end.point().on(date),
                end.point().time(),
                end.point().zone().getId());
        counts.computeIfAbsent(key, day -> new Count()).add(states, end.known(date));
    }

    /** @param limit of the latest ones */
    List<Cycle> latest(int limit) {
        List<Cycle> cycles = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (cycles.size() < limit) {
                cycles.add(new Cycle(
                        key.date(),
                        key.time(),
                        key.zone(),
                        key.valuationPoint(),
                        count.deadline,
                        count.funds,
                        List.of(Step.values()).stream().map(count::of).toList()));
            }
        });
        return cycles;
    }
}
