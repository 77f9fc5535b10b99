package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assay.kernel.calendar.DateRange;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;

/** Interest: the discount of bills day by day, and what cash accounts pay. */
final class Income {
    private Income() {}

    /**
     * A bill earns its discount in a straight line over actual days, from its trade date. What is earned joins its cost, so
     * that at maturity cost is face and nothing is left over: amount = (face - cost) x days / days to maturity.
     */
    static void accreteBills(Day day) {
        for (Day.Holding holding : day.holdings()) {
            if (day.instrument(holding.instrument()) instanceof Bill bill) {
                day.lots.get(holding).replaceAll(lot -> accrete(day, bill, lot));
            }
        }
    }

    private static Lot accrete(Day day, Bill bill, Lot lot) {
        LocalDate last = day.lastStrike().orElse(lot.opened());
        return accrete(day, bill, lot, lot.opened().isAfter(last) ? lot.opened() : last);
    }

    /** @param from the day after which nothing is earned yet: the last strike, or the trade date of a bill just booked */
    static Lot accrete(Day day, Bill bill, Lot lot, LocalDate from) {
        LocalDate to = bill.maturity().isBefore(day.date) ? bill.maturity() : day.date;
        if (!from.isBefore(to)) {
            return lot;
        }
        BigDecimal left = lot.quantity().units().subtract(lot.cost().amount());
        BigDecimal days = BigDecimal.valueOf(new DateRange(from, to).days());
        BigDecimal daysToMaturity = BigDecimal.valueOf(new DateRange(from, bill.maturity()).days());
        Money earned = new Money(
                left.multiply(days).divide(daysToMaturity, bill.currency().decimals(), day.mode), bill.currency());
        Money earnedBase = day.inBase(earned);
        Tag tag = Tag.of(bill.id(), lot.location());
        day.ledger
                .entry("accretion of discount", "ACCRETION:" + lot.id() + ":" + day.date)
                .at(Account.SECURITIES_AT_COST, tag, earned, earnedBase)
                .at(Account.INTEREST_INCOME, tag, earned.negate(), earnedBase.negate())
                .post();
        return lot.withCost(lot.cost().plus(earned), lot.baseCost().plus(earnedBase));
    }

    /** On the credit balance of the last close, for the days since. */
    static void accrueCash(Day day) {
        if (day.lastStrike().isEmpty()) {
            return;
        }
        for (CashInterest interest : day.terms.interest()) {
            Place place = day.terms.place(interest.place());
            Money balance = day.inputs.opening().balances().stream()
                    .filter(row ->
                            row.key().equals(new BalanceKey(place.cash(), Tag.at(place.id()), interest.currency())))
                    .map(Balance::local)
                    .findFirst()
                    .orElse(Money.zero(interest.currency()));
            if (balance.signum() > 0) {
                post(
                        day,
                        place,
                        interest.rate().accrue(balance, day.lastStrike().get(), day.date, day.mode));
            }
        }
    }

    private static void post(Day day, Place place, List<Accrual> accruals) {
        for (Accrual accrual : accruals) {
            day.ledger
                    .entry(
                            "interest on cash",
                            "INTEREST:" + place.id() + ":" + accrual.days().from())
                    .add(Account.INTEREST_RECEIVABLE, Tag.at(place.id()), accrual.amount())
                    .add(
                            Account.INTEREST_INCOME,
                            Tag.at(place.id()),
                            accrual.amount().negate())
                    .post();
        }
    }
}
