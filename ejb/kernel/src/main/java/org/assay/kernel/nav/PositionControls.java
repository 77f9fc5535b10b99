package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.roll.Programme;

/** Controls over what is held: lots, margin, unrealised results, expiry. */
final class PositionControls {
    /** Where a future may leave a trace on the balance sheet: deposits and unpaid margin, never a value of its own. */
    private static final Set<Account> MARGIN =
            Set.of(Account.INITIAL_MARGIN, Account.VARIATION_MARGIN_RECEIVABLE, Account.VARIATION_MARGIN_PAYABLE);

    private PositionControls() {}

    /** C06: lots add up to the position, their cost to the ledger. */
    static Controls.Outcome lotsToPosition(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C06");
        Map<Tag, Quantity> lots = new LinkedHashMap<>();
        Map<Tag, Money> costs = new LinkedHashMap<>();
        for (Lot lot : result.closing().lots()) {
            Tag tag = Tag.of(lot.instrument(), lot.location());
            lots.merge(tag, lot.quantity(), Quantity::plus);
            costs.merge(tag, lot.baseCost(), Money::plus);
        }
        for (Position position : held(result)) {
            Tag tag = Tag.of(position.instrument(), position.location());
            tally.same(
                    subject(position),
                    lots.getOrDefault(tag, Quantity.ZERO).units(),
                    position.quantity().units(),
                    "quantity of the lots against the position");
            lots.remove(tag);
        }
        lots.forEach((tag, quantity) -> tally.same(
                tag.instrument().orElseThrow(), quantity.units(), BigDecimal.ZERO, "lots without a position"));
        Money zero = Money.zero(inputs.terms().base());
        for (Balance balance : result.closing().balances()) {
            Account account = balance.key().account();
            if (account == Account.TOKENS_AT_COST || account == Account.SECURITIES_AT_COST) {
                Tag tag = balance.key().tag();
                tally.same(
                        tag.instrument().orElseThrow(),
                        costs.getOrDefault(tag, zero),
                        balance.base(),
                        "cost of the lots against account " + account.code());
                costs.remove(tag);
            }
        }
        costs.forEach((tag, cost) ->
                tally.same(tag.instrument().orElseThrow(), cost, zero, "cost of lots without a balance"));
        rollQuantities(inputs, result, tally);
        return tally.outcome();
    }

    /** Opening lots and what moved make the closing lots, and what moved is what the trades say. */
    private static void rollQuantities(NavInputs inputs, NavResult result, Tally tally) {
        Map<Tag, Quantity> rolled = new LinkedHashMap<>();
        Map<String, Quantity> byFact = new LinkedHashMap<>();
        for (Lot lot : inputs.opening().lots()) {
            rolled.merge(Tag.of(lot.instrument(), lot.location()), lot.quantity(), Quantity::plus);
        }
        for (LotMovement movement : result.movements()) {
            Tag tag = Tag.of(movement.instrument(), movement.location());
            rolled.merge(tag, movement.quantity(), Quantity::plus);
            byFact.merge(movement.fact(), movement.quantity(), Quantity::plus);
        }
        for (Position position : held(result)) {
            Tag tag = Tag.of(position.instrument(), position.location());
            tally.same(
                    subject(position),
                    rolled.getOrDefault(tag, Quantity.ZERO).units(),
                    position.quantity().units(),
                    "opening lots and movements against the position");
        }
        for (Fact fact : inputs.facts()) {
            if (fact instanceof Trade trade) {
                tally.same(
                        trade.stamp().id(),
                        byFact.getOrDefault(trade.stamp().id(), Quantity.ZERO).units(),
                        trade.quantity().minus(trade.feeInKind()).units(),
                        "what the lots moved against what the trade says");
            }
        }
    }

    /** C11: margin since the first trade = realised + unrealised, and the day's margin is what the journal posted. */
    static Controls.Outcome marginIdentity(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C11");
        Map<String, BigDecimal> prices = PriceControls.known(inputs);
        for (FutureProof proof : result.futures()) {
            tally.same(
                    proof.instrument(),
                    proof.paid(),
                    proof.realised().plus(proof.unrealised()),
                    "cumulative margin against realised + unrealised");
            Money zero = Money.zero(proof.margin().currency());
            Money before = inputs.opening().margins().stream()
                    .filter(account -> account.instrument().equals(proof.instrument())
                            && account.location().equals(proof.location()))
                    .map(MarginAccount::paid)
                    .reduce(zero, Money::plus);
            tally.same(
                    proof.instrument(),
                    before.plus(proof.margin()),
                    proof.paid(),
                    "yesterday's cumulative margin + today's against today's");
            tally.same(
                    proof.instrument(), posted(result, proof, zero), proof.margin(), "margin posted against the proof");
            tally.same(
                    proof.instrument(),
                    repriced(inputs, result, proof, prices.getOrDefault(proof.instrument(), BigDecimal.ZERO)),
                    proof.unrealised(),
                    "open lots priced again from their own prices against unrealised");
        }
        return tally.outcome();
    }

    /** (settlement - opening price) x multiplier x lots, lot by lot, from the quote itself. */
    private static Money repriced(NavInputs inputs, NavResult result, FutureProof proof, BigDecimal settlement) {
        Future future = (Future) inputs.instruments().get(proof.instrument());
        Money sum = Money.zero(future.currency());
        for (Lot lot : result.closing().lots()) {
            if (lot.instrument().equals(proof.instrument()) && lot.location().equals(proof.location())) {
                BigDecimal gain = settlement
                        .subtract(lot.price().perUnit())
                        .multiply(lot.quantity().units())
                        .multiply(future.multiplier());
                sum = sum.plus(
                        Money.rounded(gain, future.currency(), inputs.terms().rounding()));
            }
        }
        return sum;
    }

    /** C12: nothing of a daily-settled future stands on the balance sheet but deposits and margin not yet paid. */
    static Controls.Outcome noDoubleCount(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C12");
        Money zero = Money.zero(inputs.terms().base());
        for (Position position : held(result)) {
            if (inputs.instruments().get(position.instrument()) instanceof Future) {
                tally.same(subject(position), position.marketValue(), zero, "balance-sheet value of a future");
            }
        }
        for (Balance balance : result.closing().balances()) {
            Account account = balance.key().account();
            String subject = balance.key().tag().instrument().orElse("");
            if (account.isOnBalanceSheet() && inputs.instruments().get(subject) instanceof Future) {
                if (!MARGIN.contains(account)) {
                    tally.same(subject, balance.base(), zero, "a future on account " + account.code());
                } else if (account != Account.INITIAL_MARGIN) {
                    Money unpaid = result.closing().dues().stream()
                            .filter(due -> due.claim() == account
                                    && due.claimTag().equals(balance.key().tag()))
                            .map(Due::amount)
                            .reduce(Money.zero(balance.local().currency()), Money::plus);
                    tally.same(subject, balance.local(), unpaid, "margin on the books against margin that falls due");
                }
            }
        }
        return tally.outcome();
    }

    /**
     * C14: market value - cost = price part + currency part, by position, to the cent; the two parts are what stands on 1150
     * and 1160; and market value is quantity x price x rate.
     */
    static Controls.Outcome unrealisedProof(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C14");
        Map<String, BigDecimal> prices = PriceControls.known(inputs);
        for (Position position : result.positions()) {
            if (inputs.instruments().get(position.instrument()) instanceof Future) {
                continue;
            }
            tally.same(
                    subject(position),
                    position.marketValue().minus(position.cost()),
                    position.unrealised(),
                    "market value less cost against price part + currency part");
            if (prices.containsKey(position.instrument())) {
                BigDecimal worth = prices.get(position.instrument())
                        .multiply(position.quantity().units())
                        .multiply(rate(inputs, position.price().currency()));
                tally.same(
                        subject(position),
                        Money.rounded(
                                worth,
                                position.cost().currency(),
                                inputs.terms().rounding()),
                        position.marketValue(),
                        "quantity x price x rate against market value");
            }
        }
        UnrealisedControl.ledgerParts(inputs, result, tally);
        return tally.outcome();
    }

    static BigDecimal rate(NavInputs inputs, Currency currency) {
        return currency.equals(inputs.terms().base())
                ? BigDecimal.ONE
                : inputs.rates().get(currency).rate().rate().fraction();
    }

    /** C38: no open contract past its last trade, none of a programme past its hard stop, and a warning days ahead. */
    static Controls.Outcome expiryCoverage(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C38");
        for (Position position : held(result)) {
            if (inputs.instruments().get(position.instrument()) instanceof Future future) {
                tally.tested();
                expiry(inputs, result.date(), position, future, tally);
            }
        }
        return tally.outcome();
    }

    private static void expiry(NavInputs inputs, LocalDate date, Position position, Future future, Tally tally) {
        BusinessCalendar exchange = inputs.calendars().get(future.calendar());
        LocalDate safe = future.lastSafeDay(exchange);
        boolean mustLeave = future.settlement() == Future.Settlement.DELIVERY;
        LocalDate stop = safe;
        for (Programme programme : inputs.terms().programmes()) {
            if (programme.root().equals(future.root()) && programme.location().equals(position.location())) {
                mustLeave = true;
                stop = exchange.plusBusinessDays(safe, -programme.hardStopDays());
            }
        }
        BigDecimal lots = position.quantity().units();
        LocalDate warn = exchange.plusBusinessDays(stop, -inputs.terms().expiryWarnDays());
        if (date.isAfter(future.lastTrade())) {
            tally.note(
                    Severity.BLOCK,
                    future.id(),
                    lots,
                    BigDecimal.ZERO,
                    "open past its last trade %s: a final settlement price or a closing trade is missing"
                            .formatted(future.lastTrade()));
        } else if (mustLeave && !date.isBefore(stop)) {
            tally.note(
                    Severity.BLOCK,
                    future.id(),
                    lots,
                    BigDecimal.ZERO,
                    "still open at its hard stop %s, last trade %s: close or roll it now"
                            .formatted(stop, future.lastTrade()));
        } else if (!date.isBefore(warn)) {
            tally.note(
                    mustLeave ? Severity.REVIEW : Severity.INFO,
                    future.id(),
                    lots,
                    BigDecimal.ZERO,
                    "ends soon: %s %s, last trade %s"
                            .formatted(mustLeave ? "hard stop" : "last safe day", stop, future.lastTrade()));
        }
    }

    /** Everything but cash. */
    static List<Position> held(NavResult result) {
        return result.positions().stream()
                .filter(position -> !position.instrument()
                        .equals(position.price().currency().code()))
                .toList();
    }

    private static Money posted(NavResult result, FutureProof proof, Money zero) {
        Tag tag = Tag.of(proof.instrument(), proof.location());
        return result.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.tag().equals(tag))
                .filter(line -> line.account() == Account.REALISED_FUTURES
                        || line.account() == Account.CHANGE_UNREALISED_FUTURES)
                .map(Line::local)
                .reduce(zero, Money::minus);
    }

    private static String subject(Position position) {
        return position.instrument() + " at " + position.location();
    }
}
