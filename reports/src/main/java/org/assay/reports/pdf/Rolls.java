package org.assay.reports.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.RolledDay;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.roll.Programme;
import org.assay.kernel.roll.RollStep;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** What the roll programmes of the day wanted, what filled them, what that cost, and what the roll yields. */
final class Rolls {
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

    private final StruckNav nav;

    Rolls(StruckNav nav) {
        this.nav = nav;
    }

    Section programmes() {
        Table table = Table.of("rolls", nav.fund().base());
        for (RolledDay day : RolledDay.of(nav.inputs(), nav.result())) {
            RollStep step = day.step();
            Optional<Future> near = contract(step, step.near());
            Optional<Future> far = contract(step, step.far());
            table.row(
                    step.programme(),
                    step.near(),
                    step.far(),
                    step.businessDay(),
                    Figures.plain(step.share().movePointRight(2)),
                    step.target(),
                    day.done().minus(day.moved()),
                    day.moved(),
                    day.owed(),
                    day.slippage(),
                    day.commission(),
                    near.flatMap(this::settlement),
                    far.flatMap(this::settlement),
                    near.flatMap(from -> far.flatMap(into -> rollYield(from, into))));
        }
        if (nav.result().rolls().isEmpty()) {
            return table.line("No programme had anything to roll.").section();
        }
        return table.note(
                        "Cost against settlement, below zero when better: the sum over fills of (price - settlement) x units a"
                                + " lot x lots bought, sold lots negative; rolling at settlement costs commission alone, and the spread"
                                + " between the months is no cost. Roll yield, a forecast of carry and no result: (near settlement / far"
                                + " settlement - 1) x 365 / days between last trades, at 2 decimals. Money is in the contract's currency.")
                .section();
    }

    Section fills() {
        Table table = Table.of("roll-fills", nav.fund().base());
        for (RolledDay day : RolledDay.of(nav.inputs(), nav.result())) {
            List<Fill> fills =
                    Stream.concat(traded(day.step()), made(day.step())).toList();
            fills.forEach(fill -> table.row(
                    fill.id(),
                    fill.future().id(),
                    fill.future().contractMonth().equals(day.step().near()) ? "near" : "far",
                    fill.lots(),
                    fill.price(),
                    fill.settlement(),
                    fill.worse().map(Figures::plain),
                    Figures.plain(fill.future().multiplier()),
                    fill.cost()));
            if (!fills.isEmpty()) {
                table.total("Programme " + day.step().programme(), "", "", "", "", "", "", "", day.slippage());
                day.slippage()
                        .ifPresent(cost -> table.check(
                                "cost of the fills less cost of the programme",
                                fills.stream()
                                        .flatMap(fill -> fill.cost().stream())
                                        .reduce(cost.negate(), Money::plus)));
            }
        }
        return table.orLine("No trade filled a programme.").section();
    }

    /** A leg of a roll: lots sold are negative. */
    private record Fill(String id, Future future, Quantity lots, Price price, Optional<Price> settlement) {
        /** How much more a unit was bought for, or less it was sold for, than it settled at: before the sign of the lots. */
        Optional<BigDecimal> worse() {
            return settlement.map(price::since);
        }

        Optional<Money> cost() {
            return worse().map(each -> Money.rounded(future.gain(lots, each), future.currency(), RoundingMode.HALF_UP));
        }
    }

    private Stream<Fill> traded(RollStep step) {
        return nav.inputs().facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.programme().equals(Optional.of(step.programme())))
                .filter(trade -> nav.inputs().instruments().get(trade.instrument()) instanceof Future)
                .map(trade -> {
                    Future future = (Future) nav.inputs().instruments().get(trade.instrument());
                    return new Fill(
                            trade.stamp().id(),
                            future,
                            trade.quantity(),
                            trade.price(),
                            settlement(future, trade.tradeDate()));
                });
    }

    /** Trades the strike made itself, at settlement: a trade's lots are what its movements add up to. */
    private Stream<Fill> made(RollStep step) {
        return Stream.of(made(step, "near", step.near()), made(step, "far", step.far()))
                .flatMap(Optional::stream);
    }

    private Optional<Fill> made(RollStep step, String leg, YearMonth month) {
        String id = "%s/%s/%s".formatted(step.programme(), nav.result().date(), leg);
        Quantity lots = nav.result().movements().stream()
                .filter(movement -> movement.fact().equals(id))
                .map(LotMovement::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        return contract(step, month)
                .filter(future -> !lots.isZero())
                .flatMap(future ->
                        settlement(future).map(price -> new Fill(id, future, lots, price, Optional.of(price))));
    }

    /** Empty where one of the two has no settlement of the day, or the far one is not above zero. */
    private Optional<String> rollYield(Future near, Future far) {
        Optional<Price> from = settlement(near);
        Optional<Price> into = settlement(far).filter(price -> price.perUnit().signum() > 0);
        if (from.isEmpty() || into.isEmpty() || !near.lastTrade().isBefore(far.lastTrade())) {
            return Optional.empty();
        }
        return Optional.of(Figures.plain(
                rollYield(from.get().perUnit(), into.get().perUnit(), near.lastTrade(), far.lastTrade())));
    }

    /**
     * Per cent a year, simple. A near month at 2.40 and a far one at 2.50 that ends 30 days later yield (2.40 / 2.50 - 1) x 365
     * / 30 = -48.67%.
     */
    static BigDecimal rollYield(BigDecimal near, BigDecimal far, LocalDate nearEnds, LocalDate farEnds) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(nearEnds, farEnds));
        return near.subtract(far)
                .multiply(DAYS_A_YEAR)
                .movePointRight(2)
                .divide(far.multiply(days), 2, RoundingMode.HALF_UP);
    }

    private Optional<Future> contract(RollStep step, YearMonth month) {
        Optional<String> root = nav.inputs().terms().programmes().stream()
                .filter(programme -> programme.id().equals(step.programme()))
                .map(Programme::root)
                .findFirst();
        return nav.inputs().instruments().values().stream()
                .filter(Future.class::isInstance)
                .map(Future.class::cast)
                .filter(future -> root.equals(Optional.of(future.root())))
                .filter(future -> future.contractMonth().equals(month))
                .findFirst();
    }

    private Optional<Price> settlement(Future future) {
        return settlement(future, nav.result().date());
    }

    /** Of the day itself, not one that was carried. */
    private Optional<Price> settlement(Future future, LocalDate date) {
        return nav.inputs().quotes().stream()
                .filter(quote -> quote.kind() == Quote.Kind.SETTLEMENT)
                .filter(quote -> quote.instrument().equals(future.id()))
                .filter(quote -> quote.date().equals(date))
                .map(Quote::price)
                .findFirst();
    }
}
