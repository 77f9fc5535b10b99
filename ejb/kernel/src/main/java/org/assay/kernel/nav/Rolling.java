package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.roll.Programme;
import org.assay.kernel.roll.Roll;
import org.assay.kernel.roll.RollProgress;
import org.assay.kernel.roll.RollStep;

/** Carries out what the programmes want: makes the trades at settlement, or waits for fills and shows what is missing. */
final class Rolling {
    private Rolling() {}

    static void roll(Day day) {
        YearMonth month = YearMonth.from(day.date);
        for (Programme programme : day.terms.programmes()) {
            contract(day, programme, programme.held(month)).ifPresent(near -> roll(day, programme, near, month));
            reportLeftBehind(day, programme, month);
        }
    }

    private static void roll(Day day, Programme programme, Future near, YearMonth month) {
        Quantity before = Optional.ofNullable(day.rolls.get(programme.id()))
                .filter(progress -> progress.month().equals(month))
                .map(RollProgress::done)
                .orElse(Quantity.ZERO);
        Quantity done = before.plus(filledToday(day, programme, near));
        Quantity position = day.held(near.id(), programme.location());
        Optional<RollStep> step = Roll.plan(programme, day.date, day.exchange(near), position, done);
        Quantity moved = step.map(plan -> execute(day, programme, near, plan)).orElse(Quantity.ZERO);
        day.rolls.put(programme.id(), new RollProgress(programme.id(), month, done.plus(moved)));
    }

    private static Quantity filledToday(Day day, Programme programme, Future near) {
        return day.inputs.facts().stream()
                .filter(fact -> fact instanceof Trade)
                .map(Trade.class::cast)
                .filter(trade -> trade.programme().equals(Optional.of(programme.id())))
                .filter(trade ->
                        trade.instrument().equals(near.id()) && trade.location().equals(programme.location()))
                .map(trade -> trade.quantity().negate())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** @return the lots moved; a programme never rolls backward */
    private static Quantity execute(Day day, Programme programme, Future near, RollStep step) {
        Quantity position = day.held(near.id(), programme.location());
        if (position.isZero() && step.done().isZero()) {
            return Quantity.ZERO;
        }
        Quantity owed = step.owed();
        if (owed.isZero() && step.businessDay() > programme.lastBusinessDay()) {
            return Quantity.ZERO;
        }
        day.rollSteps.add(step);
        boolean backward = owed.signum() * position.signum() <= 0 || step.done().signum() * position.signum() < 0;
        if (backward) {
            return Quantity.ZERO;
        }
        Optional<Future> far = contract(day, programme, step.far());
        if (programme.execution() == Programme.Execution.FILLS || far.isEmpty() || !isSettled(day, near, far.get())) {
            report(day, programme, step, far);
            return Quantity.ZERO;
        }
        trade(day, programme, near, "near", owed.negate());
        trade(day, programme, far.get(), "far", owed);
        return owed;
    }

    private static boolean isSettled(Day day, Future near, Future far) {
        return day.isPricedToday(near.id()) && day.isPricedToday(far.id());
    }

    private static void trade(Day day, Programme programme, Future future, String leg, Quantity quantity) {
        String id = "%s/%s/%s".formatted(programme.id(), day.date, leg);
        Money commission = day.round(
                programme.commissionPerLot().amount().multiply(quantity.abs().units()),
                programme.commissionPerLot().currency());
        Stamp stamp = new Stamp(
                id, day.inputs.valuationPoint(), day.inputs.known(), Optional.empty(), "programme " + programme.id());
        Margin.trade(
                day,
                future,
                new Trade(
                        stamp,
                        day.date,
                        day.exchange(future).next(day.date),
                        future.id(),
                        programme.location(),
                        quantity,
                        day.price(future.id()),
                        commission,
                        Quantity.ZERO,
                        Optional.of(programme.id())));
    }

    private static void report(Day day, Programme programme, RollStep step, Optional<Future> far) {
        String why = far.isEmpty()
                ? "no contract of %s is known: it is not listed, or has no price yet".formatted(step.far())
                : programme.execution() == Programme.Execution.FILLS
                        ? "fills are missing"
                        : "a settlement price of the day is missing, the share stays owed";
        BigDecimal owed = step.owed().units();
        day.find(
                "ROLL",
                Severity.REVIEW,
                programme.id(),
                owed,
                BigDecimal.ZERO,
                "%s lots should have moved from %s to %s by business day %s: %s"
                        .formatted(step.owed(), step.near(), step.far(), step.businessDay(), why));
    }

    /** Lots in a contract the programme left in an earlier month: no window will take them any more. */
    private static void reportLeftBehind(Day day, Programme programme, YearMonth month) {
        for (Day.Holding holding : day.holdings()) {
            if (holding.location().equals(programme.location())
                    && day.instrument(holding.instrument()) instanceof Future future
                    && future.root().equals(programme.root())
                    && future.contractMonth().isBefore(programme.held(month))) {
                Quantity lots = day.held(holding.instrument(), holding.location());
                day.find(
                        "ROLL",
                        Severity.REVIEW,
                        future.id(),
                        lots.units(),
                        BigDecimal.ZERO,
                        "%s lots were left behind when programme %s moved on: roll them by hand"
                                .formatted(lots, programme.id()));
            }
        }
    }

    private static Optional<Future> contract(Day day, Programme programme, YearMonth month) {
        return day.inputs.instruments().values().stream()
                .filter(instrument -> instrument instanceof Future)
                .map(Future.class::cast)
                .filter(future -> future.root().equals(programme.root())
                        && future.contractMonth().equals(month))
                .findFirst();
    }
}
