package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Relief;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;

/** The facts of the day become entries: trades of what is paid for in full, and cash. Futures go to {@link Margin}. */
final class Booking {
    private Booking() {}

    static void bookFacts(Day day) {
        for (Fact fact : day.inputs.facts()) {
            if (fact instanceof Trade trade) {
                bookTrade(day, trade);
            } else if (fact instanceof CapitalOrder order) {
                Capital.take(day, order);
            } else if (fact instanceof CashMovement movement) {
                bookCash(day, movement);
            } else if (fact instanceof MarginRate rate) {
                day.marginRates.merge(rate.scope(), rate, MarginRate::later);
            }
            // A cancellation has done its work by keeping what it cancels out of the inputs.
        }
    }

    private static void bookTrade(Day day, Trade trade) {
        Instrument instrument = day.instrument(trade.instrument());
        if (instrument instanceof Future future) {
            Margin.trade(day, future, trade);
        } else if (trade.quantity().signum() > 0) {
            buy(day, instrument, trade);
        } else {
            sell(day, instrument, trade);
        }
    }

    /** J03: commission is part of cost by default; a fee in kind leaves the cost gross and the quantity net (J03e). */
    private static void buy(Day day, Instrument instrument, Trade trade) {
        Money gross = day.round(trade.price().times(trade.quantity()), instrument.currency());
        boolean inCost = day.terms.commission() == CommissionPolicy.COST;
        Money cost = inCost ? gross.plus(trade.commission()) : gross;
        Money paid = gross.plus(trade.commission());
        Money baseCost = day.inBase(cost);
        Tag tag = Tag.of(instrument.id(), trade.location());
        Ledger.Posting entry = day.ledger.entry("buy", trade.stamp().id()).at(atCost(instrument), tag, cost, baseCost);
        if (!inCost) {
            entry.add(Account.COMMISSION, Tag.of(instrument.id(), trade.location()), trade.commission());
        }
        settle(day, trade, entry, paid.negate(), Account.PAYABLE_FOR_PURCHASES);
        Money none = Money.zero(day.terms.base());
        Lot lot = new Lot(
                trade.stamp().id(),
                instrument.id(),
                trade.location(),
                trade.tradeDate(),
                trade.quantity().minus(trade.feeInKind()),
                trade.price(),
                trade.price(),
                cost,
                baseCost,
                none,
                none,
                Money.zero(instrument.currency()));
        day.openLot(lot);
        if (instrument instanceof Bill bill) {
            // A bill that is booked after its trade date has earned the days between already.
            day.replaceLot(Income.accrete(day, bill, lot, lot.opened()));
        }
    }

    /** J05: proceeds less commission against the cost of the lots relieved. */
    private static void sell(Day day, Instrument instrument, Trade trade) {
        Quantity quantity = trade.quantity().negate();
        Money gross = day.round(trade.price().times(quantity), instrument.currency());
        boolean inProceeds = day.terms.commission() == CommissionPolicy.COST;
        Money received = gross.minus(trade.commission());
        Money proceeds = inProceeds ? received : gross;
        List<Lot> taken = relieve(day, trade.stamp().id(), instrument, trade.location(), quantity);
        Tag tag = Tag.of(instrument.id(), trade.location());
        Ledger.Posting entry = day.ledger.entry("sell", trade.stamp().id());
        if (!inProceeds) {
            entry.add(Account.COMMISSION, tag, trade.commission());
        }
        realise(instrument, taken, tag, proceeds, entry);
        settle(day, trade, entry, received, Account.RECEIVABLE_FOR_SALES);
        reverseCarried(day, trade.stamp().id(), tag, instrument, taken);
    }

    /** Takes lots first in first out; refuses to take what is not there. */
    static List<Lot> relieve(Day day, String fact, Instrument instrument, String location, Quantity quantity) {
        Quantity held = day.held(instrument.id(), location);
        Relief relief = day.relieve(instrument.id(), location, quantity, fact);
        if (!relief.missing().isZero()) {
            throw new FundException(
                    ErrorCode.SALE_EXCEEDS_POSITION,
                    fact,
                    "quantity",
                    quantity.toString(),
                    "at most the %s of %s held at %s".formatted(held, instrument.id(), location));
        }
        return relief.taken();
    }

    /** Cost out at what it was bought for, and the result of the price; the ledger plugs the result of the currency. */
    static void realise(Instrument instrument, List<Lot> taken, Tag tag, Money proceeds, Ledger.Posting entry) {
        Money cost = taken.stream().map(Lot::cost).reduce(Money.zero(instrument.currency()), Money::plus);
        for (Lot piece : taken) {
            entry.at(
                    atCost(instrument),
                    tag,
                    piece.cost().negate(),
                    piece.baseCost().negate());
        }
        entry.add(Account.REALISED_PRICE, tag, cost.minus(proceeds));
    }

    /** A sale takes the unrealised result its lots carried out of the books, in an entry of its own. */
    static void reverseCarried(Day day, String fact, Tag tag, Instrument instrument, List<Lot> taken) {
        Money zero = Money.zero(day.terms.base());
        Money price = taken.stream().map(Lot::pricePart).reduce(zero, Money::plus);
        Money currency = taken.stream().map(Lot::currencyPart).reduce(zero, Money::plus);
        Money none = Money.zero(instrument.currency());
        day.ledger
                .entry("reverse carried unrealised", fact)
                .at(Account.CHANGE_UNREALISED_PRICE, tag, local(price, none), price)
                .at(Account.UNREALISED_PRICE, tag, local(price.negate(), none), price.negate())
                .at(Account.CHANGE_UNREALISED_CURRENCY, tag, local(currency, none), currency)
                .at(Account.UNREALISED_CURRENCY, tag, local(currency.negate(), none), currency.negate())
                .post();
    }

    /** Unrealised results live in base currency; their local side is empty unless the two are one. */
    static Money local(Money base, Money none) {
        return base.currency().equals(none.currency()) ? base : none;
    }

    static Account atCost(Instrument instrument) {
        return instrument instanceof Token ? Account.TOKENS_AT_COST : Account.SECURITIES_AT_COST;
    }

    /** Pays at once on the trade's own day, else books a receivable or payable that falls due. */
    private static void settle(Day day, Trade trade, Ledger.Posting entry, Money amount, Account claim) {
        Place place = day.terms.cashPlace(trade.location());
        Tag cashTag = Tag.at(place.id());
        if (!trade.settleDate().isAfter(day.date)) {
            entry.add(place.cash(), cashTag, amount).post();
            return;
        }
        Tag tag = Tag.of(trade.instrument(), trade.location());
        entry.add(claim, tag, amount).post();
        Settlement.expect(
                day,
                new Due(
                        trade.settleDate(),
                        trade.stamp().id(),
                        claim,
                        tag,
                        place.cash(),
                        cashTag,
                        amount,
                        Optional.empty()));
    }

    private static void bookCash(Day day, CashMovement movement) {
        Place from = day.terms.cashPlace(movement.account());
        Tag tag = Tag.at(from.id());
        Money amount = movement.amount();
        Ledger.Posting entry = day.ledger.entry(
                movement.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                movement.stamp().id());
        switch (movement.kind()) {
            case TRANSFER -> transfer(day, movement, entry, from, tag);
            case EXCHANGE -> exchange(day, movement, entry, from, tag);
            case EXPENSE -> entry.add(Account.OTHER_EXPENSES, tag, amount).add(from.cash(), tag, amount.negate());
            case FEE_PAYMENT -> payFee(day, movement, entry, from, tag);
            case INTEREST -> interest(day, entry, from, tag, amount);
        }
        entry.post();
    }

    /** More than was accrued is not refused, the money has left; but somebody must ask for it back. */
    private static void payFee(Day day, CashMovement movement, Ledger.Posting entry, Place from, Tag tag) {
        Money amount = movement.amount();
        Tag owed = Tag.ofClass(movement.shareClass().orElseThrow());
        Money accrued = day.ledger
                .balance(new BalanceKey(Account.MANAGEMENT_FEE_PAYABLE, owed, amount.currency()))
                .local()
                .negate();
        if (amount.amount().compareTo(accrued.amount()) > 0) {
            day.find(
                    "C17",
                    Severity.REVIEW,
                    movement.stamp().id(),
                    amount.amount(),
                    accrued.amount(),
                    "more management fee was paid than had accrued");
        }
        entry.add(Account.MANAGEMENT_FEE_PAYABLE, owed, amount).add(from.cash(), tag, amount.negate());
    }

    /** J07a. In another currency the cost moves with the money: a transfer realises nothing. */
    private static void transfer(Day day, CashMovement movement, Ledger.Posting entry, Place from, Tag tag) {
        Place to = day.terms.cashPlace(movement.toAccount().orElseThrow());
        entry.move(from.cash(), tag, to.cash(), Tag.at(to.id()), movement.amount());
    }

    /**
     * What was bought costs what was given for it. Each currency balances by itself against 4010, which thereby shows the
     * result of having held what was given.
     */
    private static void exchange(Day day, CashMovement movement, Ledger.Posting entry, Place from, Tag tag) {
        Place to = day.terms.cashPlace(movement.toAccount().orElseThrow());
        Money given = movement.amount();
        Money got = movement.toAmount().orElseThrow();
        Money worth = got.currency().equals(day.terms.base()) ? got : day.inBase(given);
        entry.add(from.cash(), tag, given.negate())
                .at(Account.REALISED_CURRENCY, Tag.FUND, given, worth)
                .at(to.cash(), Tag.at(to.id()), got, worth)
                .at(Account.REALISED_CURRENCY, Tag.FUND, got.negate(), worth.negate());
    }

    /** Settles what was accrued; anything beyond is income of today. */
    private static void interest(Day day, Ledger.Posting entry, Place from, Tag tag, Money amount) {
        BigDecimal accrued = day.ledger
                .balance(new BalanceKey(Account.INTEREST_RECEIVABLE, tag, amount.currency()))
                .local()
                .amount()
                .max(BigDecimal.ZERO);
        Money settles = new Money(amount.amount().min(accrued), amount.currency());
        entry.add(from.cash(), tag, amount)
                .add(Account.INTEREST_RECEIVABLE, tag, settles.negate())
                .add(Account.INTEREST_INCOME, tag, settles.minus(amount));
    }
}
