package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.ClassNav;

/** Controls over journal, net assets and classes. Source: the tie-outs of a SOC 1 review, codes C01 to C05. */
final class LedgerControls {
    private LedgerControls() {}

    /** C01: every entry balances in base, per currency, and within its class when it belongs to one; so do the books. */
    static Controls.Outcome trialBalance(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C01");
        Money zero = Money.zero(inputs.terms().base());
        for (Entry entry : result.entries()) {
            balances(tally, entry.id(), entry.lines(), zero);
            ownClasses(entry)
                    .forEach(code -> tally.same(
                            entry.id() + " class " + code.orElseThrow(),
                            sum(
                                    entry.lines().stream()
                                            .filter(line ->
                                                    line.tag().shareClass().equals(code))
                                            .map(Line::base),
                                    zero),
                            zero,
                            "debit less credit within the class"));
        }
        List<Line> closing = result.closing().balances().stream()
                .map(balance -> new Line(balance.key().account(), balance.key().tag(), balance.local(), balance.base()))
                .toList();
        balances(tally, "trial balance", closing, zero);
        return tally.outcome();
    }

    /** C02: opening + capital + realised + change in unrealised + income - expenses = closing. */
    static Controls.Outcome rollForward(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C02");
        Money zero = Money.zero(inputs.terms().base());
        Money opening = onBalanceSheet(inputs.opening().balances(), zero);
        Money capital = posted(result, account -> account.type() == Account.Type.CAPITAL, zero);
        Money income = posted(result, account -> account.type() == Account.Type.INCOME, zero);
        Money expenses = posted(result, account -> account.type() == Account.Type.EXPENSE, zero);
        Money rolled = opening.minus(capital).minus(income).minus(expenses);
        tally.same(
                result.fund(),
                rolled,
                onBalanceSheet(result.closing().balances(), zero),
                "opening + capital + income - expenses of the journal against assets less liabilities");
        for (ClassNav nav : result.classes()) {
            tally.same(
                    nav.shareClass(), nav.flow(), capital(inputs, nav, zero), "capital entered against orders dealt");
        }
        tally.same(
                result.fund(),
                capital.negate(),
                sum(result.classes().stream().map(ClassNav::flow), zero),
                "capital posted against capital entered");
        return tally.outcome();
    }

    /** What the orders dealt last bring, and the fees of redemptions paid today. */
    private static Money capital(NavInputs inputs, ClassNav nav, Money zero) {
        Money flow = zero;
        for (Deal deal : inputs.opening().deals()) {
            if (deal.order().shareClass().equals(nav.shareClass())) {
                boolean issued = deal.order().side() == Side.SUBSCRIPTION;
                flow = issued ? flow.plus(deal.amount()) : flow.minus(deal.amount());
                boolean paidAtOnce = !issued && !deal.order().settleDate().isAfter(inputs.date());
                if (paidAtOnce) {
                    BigDecimal fee = inputs.terms()
                            .shareClass(nav.shareClass())
                            .redemptionFee()
                            .on(inputs.opening().struck().orElseThrow().date())
                            .fraction();
                    flow = flow.plus(Money.rounded(
                            deal.amount().amount().multiply(fee),
                            zero.currency(),
                            inputs.terms().rounding()));
                }
            }
        }
        return inputs.opening().dues().stream()
                .filter(due -> !due.date().isAfter(inputs.date()))
                .flatMap(due -> due.retained().stream())
                .filter(kept -> kept.shareClass().equals(nav.shareClass()))
                .map(Due.Retained::amount)
                .reduce(flow, Money::plus);
    }

    /** C03: the classes add up to the fund, each rolls from its last close, shares in the result by its weight, none is below zero. */
    static Controls.Outcome classSum(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C03");
        Money zero = Money.zero(inputs.terms().base());
        Money sum = sum(result.classes().stream().map(ClassNav::netAssets), zero);
        tally.same(result.fund(), sum, result.netAssets(), "sum of class net assets against the fund's net assets");
        for (ClassNav nav : result.classes()) {
            tally.same(
                    nav.shareClass(),
                    nav.netAssets().amount().min(BigDecimal.ZERO),
                    BigDecimal.ZERO,
                    "net assets of a class are below zero");
            Money opening = inputs.opening().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .map(ClassState::netAssets)
                    .reduce(zero, Money::plus);
            Money fees = sum(
                    result.fees().stream()
                            .filter(fee -> fee.shareClass().equals(nav.shareClass()))
                            .map(fee -> fee.accrual().amount()),
                    zero);
            tally.same(
                    nav.shareClass(),
                    opening.plus(nav.flow()).plus(nav.allocated()).minus(fees),
                    nav.netAssets(),
                    "opening + capital + part of the result - fees against the class's net assets");
        }
        shares(inputs, result, zero, tally);
        return tally.outcome();
    }

    /**
     * Each class's part of the result is its weight's, to within a cent: part x sum of weights against result x weight. What
     * a class without shares has left is given away with the result, so that it ends at nothing.
     */
    private static void shares(NavInputs inputs, NavResult result, Money zero, Tally tally) {
        Map<String, BigDecimal> bases = new TreeMap<>();
        boolean held = false;
        for (ClassNav nav : result.classes()) {
            BigDecimal opening = inputs.opening().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .map(state -> state.netAssets().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal base = opening.add(nav.flow().amount());
            bases.put(nav.shareClass(), base);
            held |= base.signum() > 0 && nav.shares().signum() > 0;
        }
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal given =
                sum(result.classes().stream().map(ClassNav::allocated), zero).amount();
        for (ClassNav nav : result.classes()) {
            BigDecimal base = bases.get(nav.shareClass());
            if (held && nav.shares().signum() == 0) {
                given = given.add(base);
                bases.put(nav.shareClass(), BigDecimal.ZERO);
                if (nav.allocated().amount().add(base).signum() != 0) {
                    tally.note(
                            Severity.BLOCK,
                            nav.shareClass(),
                            nav.allocated().amount(),
                            base.negate(),
                            "a class without shares keeps something of its own");
                }
            } else {
                whole = whole.add(base.max(BigDecimal.ZERO));
            }
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(zero.currency().decimals());
        for (ClassNav nav : result.classes()) {
            if (held && nav.shares().signum() == 0) {
                continue;
            }
            BigDecimal weight = bases.get(nav.shareClass()).max(BigDecimal.ZERO);
            BigDecimal off = nav.allocated()
                    .amount()
                    .multiply(whole)
                    .subtract(given.multiply(weight))
                    .abs();
            if (whole.signum() > 0 && off.compareTo(unit.multiply(whole)) > 0) {
                tally.note(
                        Severity.BLOCK,
                        nav.shareClass(),
                        nav.allocated().amount(),
                        given,
                        "the class's part of the result is not its weight's");
            }
        }
    }

    /** C04: opening shares + issued - redeemed = closing shares, and the books carry the same. */
    static Controls.Outcome sharesRoll(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C04");
        for (ClassNav nav : result.classes()) {
            Quantity rolled = inputs.opening().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .map(ClassState::shares)
                    .reduce(Quantity.ZERO, Quantity::plus);
            for (Deal deal : inputs.opening().deals()) {
                if (deal.order().shareClass().equals(nav.shareClass())) {
                    boolean issued = deal.order().side() == Side.SUBSCRIPTION;
                    rolled = issued ? rolled.plus(deal.shares()) : rolled.minus(deal.shares());
                }
            }
            tally.same(
                    nav.shareClass(),
                    nav.shares().units(),
                    rolled.units(),
                    "closing shares against opening + issued - redeemed");
            Quantity carried = result.closing().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .map(ClassState::shares)
                    .reduce(Quantity.ZERO, Quantity::plus);
            tally.same(nav.shareClass(), carried.units(), rolled.units(), "shares in the books of tomorrow");
        }
        return tally.outcome();
    }

    /** C05: published price x shares = net assets, within half of the price's last decimal a share. */
    static Controls.Outcome perShare(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C05");
        for (ClassNav nav : result.classes()) {
            tally.tested();
            ShareClass terms = inputs.terms().shareClass(nav.shareClass());
            BigDecimal half = new BigDecimal("0.5").movePointLeft(terms.priceDecimals());
            BigDecimal limit = half.multiply(nav.shares().units());
            BigDecimal off = nav.perShare()
                    .times(nav.shares())
                    .subtract(nav.netAssets().amount())
                    .abs();
            if (nav.shares().signum() > 0 && off.compareTo(limit) > 0) {
                tally.note(
                        Severity.BLOCK,
                        nav.shareClass(),
                        off,
                        limit,
                        "NAV per share x shares is off net assets by more than rounding");
            }
        }
        return tally.outcome();
    }

    private static void balances(Tally tally, String subject, List<Line> lines, Money zero) {
        tally.same(subject, sum(lines.stream().map(Line::base), zero), zero, "debit less credit in base currency");
        Map<Currency, Money> local = new TreeMap<>();
        lines.forEach(line -> local.merge(line.local().currency(), line.local(), Money::plus));
        local.forEach((currency, money) -> {
            if (!currency.equals(zero.currency())) {
                tally.same(subject, money, Money.zero(currency), "debit less credit in " + currency);
            }
        });
    }

    /** The classes of an entry that has no line outside a class. */
    private static List<Optional<String>> ownClasses(Entry entry) {
        boolean own =
                entry.lines().stream().allMatch(line -> line.tag().shareClass().isPresent());
        return own
                ? entry.lines().stream()
                        .map(line -> line.tag().shareClass())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Money posted(NavResult result, Predicate<Account> which, Money zero) {
        return sum(
                result.entries().stream()
                        .flatMap(entry -> entry.lines().stream())
                        .filter(line -> which.test(line.account()))
                        .map(Line::base),
                zero);
    }

    private static Money onBalanceSheet(List<Balance> balances, Money zero) {
        return sum(
                balances.stream()
                        .filter(balance -> balance.key().account().isOnBalanceSheet())
                        .map(Balance::base),
                zero);
    }

    private static Money sum(Stream<Money> amounts, Money zero) {
        return amounts.reduce(zero, Money::plus);
    }
}
