package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;

/**
 * What accrues with time, worked again day by day from the fund's terms: the management fee of each class (C17) and the
 * interest of each cash account (C15). Exact, unlike the half basis point and the five percent that reviewers allow.
 */
final class AccrualControls {
    private AccrualControls() {}

    /** C17: each class bears the fee its terms say, in the list of fees and in the journal. */
    static Controls.Outcome managementFee(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C17");
        Money zero = Money.zero(inputs.terms().base());
        for (ClassNav nav : result.classes()) {
            Money base = inputs.opening().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .map(ClassState::netAssets)
                    .reduce(nav.flow(), Money::plus);
            boolean bears = base.signum() > 0 && nav.shares().signum() > 0;
            RateSchedule rates = inputs.terms().shareClass(nav.shareClass()).managementFee();
            Money expected = bears ? accrued(inputs, base, rates) : zero;
            Money listed = result.fees().stream()
                    .filter(fee -> fee.shareClass().equals(nav.shareClass()))
                    .map(ClassFee::accrual)
                    .map(accrual -> accrual.amount())
                    .reduce(zero, Money::plus);
            Money posted = result.entries().stream()
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> line.account() == Account.MANAGEMENT_FEE
                            && line.tag().shareClass().equals(Optional.of(nav.shareClass())))
                    .map(Line::base)
                    .reduce(zero, Money::plus);
            tally.same(nav.shareClass(), listed, expected, "management fee listed against base x rate x days");
            tally.same(nav.shareClass(), posted, expected, "management fee posted against base x rate x days");
        }
        return tally.outcome();
    }

    /** C15: each cash account earns the interest its terms say on the credit balance of the last close, and no other does. */
    static Controls.Outcome cashInterest(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C15");
        SortedMap<String, BigDecimal> expected = new TreeMap<>();
        for (CashInterest interest : inputs.terms().interest()) {
            Money balance = inputs.opening().balances().stream()
                    .filter(row -> isCash(row, interest))
                    .map(Balance::local)
                    .reduce(Money.zero(interest.currency()), Money::plus);
            if (balance.signum() > 0) {
                Money earned = accrued(inputs, balance, interest.rate());
                expected.merge(account(interest.place(), interest.currency()), earned.amount(), BigDecimal::add);
            }
        }
        SortedMap<String, BigDecimal> posted = new TreeMap<>();
        result.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.INTEREST_RECEIVABLE
                        && line.local().signum() > 0)
                .forEach(line -> posted.merge(
                        account(line.tag().location().orElse(""), line.local().currency()),
                        line.local().amount(),
                        BigDecimal::add));
        SortedSet<String> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(posted.keySet());
        for (String account : accounts) {
            tally.same(
                    account,
                    posted.getOrDefault(account, BigDecimal.ZERO),
                    expected.getOrDefault(account, BigDecimal.ZERO),
                    "interest accrued on cash against balance x rate x days");
        }
        return tally.outcome();
    }

    /** CASH: an account that is overdrawn owes money that nobody lent by the terms; a person must find out why. */
    static Controls.Outcome overdrawn(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "CASH");
        for (NavResult.Position position : result.positions()) {
            if (!inputs.instruments().containsKey(position.instrument())
                    && position.quantity().signum() < 0) {
                tally.note(
                        Severity.REVIEW,
                        account(position.location(), position.price().currency()),
                        position.quantity().units(),
                        BigDecimal.ZERO,
                        "the account is overdrawn: find what was not settled, or agree on a loan");
            }
        }
        return tally.outcome();
    }

    private static boolean isCash(Balance row, CashInterest interest) {
        Account account = row.key().account();
        return (account == Account.CASH_AT_BANK || account == Account.CASH_AT_FCM)
                && row.key().tag().location().equals(Optional.of(interest.place()))
                && row.key().currency().equals(interest.currency());
    }

    private static String account(String place, Currency currency) {
        return place + " " + currency;
    }

    /** Day by day since the last strike; rounded where the month or the rate changes. */
    private static Money accrued(NavInputs inputs, Money base, RateSchedule rates) {
        Optional<LocalDate> last = inputs.opening().struck().map(Books.Struck::date);
        Map<YearMonth, Map<LocalDate, Integer>> days = new TreeMap<>();
        last.ifPresent(day -> day.plusDays(1)
                .datesUntil(inputs.date().plusDays(1))
                .forEach(date -> inForce(rates, date)
                        .ifPresent(step -> days.computeIfAbsent(YearMonth.from(date), month -> new TreeMap<>())
                                .merge(step.from(), 1, Integer::sum))));
        Money sum = Money.zero(base.currency());
        RoundingMode mode = inputs.terms().rounding();
        for (Map<LocalDate, Integer> month : days.values()) {
            for (Map.Entry<LocalDate, Integer> part : month.entrySet()) {
                RateSchedule.Step step = inForce(rates, part.getKey()).orElseThrow();
                BigDecimal yearly = base.amount().multiply(step.ratePerYear().fraction());
                BigDecimal exact = yearly.multiply(BigDecimal.valueOf(part.getValue()));
                sum = sum.plus(new Money(
                        exact.divide(year(step.dayCount()), base.currency().decimals(), mode), base.currency()));
            }
        }
        return sum;
    }

    private static Optional<RateSchedule.Step> inForce(RateSchedule rates, LocalDate date) {
        Optional<RateSchedule.Step> newest = Optional.empty();
        for (RateSchedule.Step step : rates.steps()) {
            if (!step.from().isAfter(date)) {
                newest = Optional.of(step);
            }
        }
        return newest;
    }

    private static BigDecimal year(DayCount dayCount) {
        return switch (dayCount) {
            case ACT_365 -> BigDecimal.valueOf(365);
            case ACT_360 -> BigDecimal.valueOf(360);
        };
    }
}
