package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.roll.Programme;
import org.assay.kernel.roll.RollProgress;
import org.assay.kernel.roll.RollStep;

/**
 * What a programme wanted on a struck day, and what was done. The roll itself has no result at settlement prices; what it costs
 * is commission, and fills that were worse than settlement. Selling 10 lots of 1,000 units at 2.3990, with settlement at
 * 2.4000, costs 10.00.
 *
 * @param step what was wanted
 * @param moved lots moved on the day, signed like the position
 * @param done lots moved in the window by its end
 * @param slippage what the fills of both legs cost against settlement, below zero when they were better; absent when a
 *     settlement of the trade's own day is missing
 * @param commission that was booked for it
 */
public record RolledDay(
        LocalDate date,
        RollStep step,
        Quantity moved,
        Quantity done,
        Optional<Money> slippage,
        Optional<Money> commission) {
    /** Lots that should have moved by the end of the day, and had not. */
    public Quantity owed() {
        return step.target().minus(done);
    }

    /** Of every programme that had a step on the day. */
    public static List<RolledDay> of(NavInputs inputs, NavResult result) {
        Map<String, Programme> programmes = inputs.terms().programmes().stream()
                .collect(Collectors.toMap(Programme::id, programme -> programme, (one, other) -> one, TreeMap::new));
        return result.rolls().stream()
                .map(step -> of(inputs, result, step, programmes.get(step.programme())))
                .toList();
    }

    private static RolledDay of(NavInputs inputs, NavResult result, RollStep step, Programme programme) {
        Quantity before = progress(inputs.opening(), step);
        Quantity done = progress(result.closing(), step);
        List<Trade> fills = inputs.facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.programme().equals(Optional.of(step.programme())))
                .filter(trade -> trade.location().equals(programme.location()))
                .toList();
        Optional<Currency> currency =
                contracts(inputs, programme, step).map(Future::currency).findFirst();
        return new RolledDay(
                result.date(),
                step,
                done.minus(before),
                done,
                currency.flatMap(money -> slippage(inputs, fills, money)),
                currency.map(money -> commission(result, step, fills, money)));
    }

    private static Quantity progress(Books books, RollStep step) {
        return books.rolls().stream()
                .filter(progress -> progress.programme().equals(step.programme()))
                .filter(progress -> progress.month().equals(step.month()))
                .map(RollProgress::done)
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    private static Stream<Future> contracts(NavInputs inputs, Programme programme, RollStep step) {
        Set<YearMonth> months = new TreeSet<>(Set.of(step.near(), step.far()));
        return inputs.instruments().values().stream()
                .filter(Future.class::isInstance)
                .map(Future.class::cast)
                .filter(future -> future.root().equals(programme.root()) && months.contains(future.contractMonth()));
    }

    /** Trades of the strike itself are made at settlement and cost nothing against it. */
    private static Optional<Money> slippage(NavInputs inputs, List<Trade> fills, Currency currency) {
        BigDecimal cost = BigDecimal.ZERO;
        for (Trade fill : fills) {
            Optional<Quote> settlement = inputs.quotes().stream()
                    .filter(quote -> quote.kind() == Quote.Kind.SETTLEMENT)
                    .filter(quote -> quote.instrument().equals(fill.instrument()))
                    .filter(quote -> quote.date().equals(fill.tradeDate()))
                    .findFirst();
            if (settlement.isEmpty() || !(inputs.instruments().get(fill.instrument()) instanceof Future future)) {
                return Optional.empty();
            }
            BigDecimal worse =
                    fill.price().perUnit().subtract(settlement.get().price().perUnit());
            cost = cost.add(future.gain(fill.quantity(), worse));
        }
        return Optional.of(Money.rounded(cost, currency, inputs.terms().rounding()));
    }

    /** As the journal has it, of fills and of trades the strike made itself. */
    private static Money commission(NavResult result, RollStep step, List<Trade> fills, Currency currency) {
        String made = "%s/%s/".formatted(step.programme(), result.date());
        Set<String> facts =
                fills.stream().map(fill -> fill.stamp().id()).collect(Collectors.toCollection(TreeSet::new));
        return result.entries().stream()
                .filter(entry -> facts.contains(entry.fact()) || entry.fact().startsWith(made))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.COMMISSION)
                .map(Line::local)
                .reduce(Money.zero(currency), Money::plus);
    }
}
