package org.assay.kernel.nav;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.money.Money;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.roll.RollProgress;

/**
 * Everything a strike must remember of the days before it, so that its cost never grows with history.
 *
 * @param struck the strike that closed these books; absent before a fund's first
 * @param classes shares and net assets by class
 * @param orders taken and not yet dealt
 * @param deals dealt, to enter at the next open
 * @param dues cash that will fall due
 * @param marks last price used by instrument
 * @param marginRates initial margin in force by scope
 * @param margins margin accounts of contracts that still live
 * @param rolls progress of the windows of this month
 */
public record Books(
        Optional<Struck> struck,
        List<Balance> balances,
        List<Lot> lots,
        List<ClassState> classes,
        List<CapitalOrder> orders,
        List<Deal> deals,
        List<Due> dues,
        List<Mark> marks,
        List<MarginRate> marginRates,
        List<MarginAccount> margins,
        List<RollProgress> rolls) {

    /**
     * When books were closed.
     *
     * @param date the day
     * @param at its valuation point
     * @param known nothing learned after this is in them
     */
    public record Struck(LocalDate date, Instant at, Instant known) {
        /** A fact that was known and counted by then is in these books already. */
        public boolean took(Instant effective, Instant recorded) {
            return !effective.isAfter(at) && !recorded.isAfter(known);
        }
    }

    public Books {
        balances = sorted(balances, Comparator.comparing(Balance::key));
        lots = sorted(lots, Lot.FIFO);
        classes = sorted(classes, Comparator.comparing(ClassState::shareClass));
        orders = sorted(orders, Fact.ORDER);
        deals = sorted(deals, Comparator.comparing(Deal::order, Fact.ORDER));
        dues = sorted(dues, Due.ORDER);
        marks = sorted(marks, Comparator.comparing(Mark::instrument));
        marginRates = sorted(marginRates, Comparator.comparing(MarginRate::scope));
        margins =
                sorted(margins, Comparator.comparing(MarginAccount::instrument).thenComparing(MarginAccount::location));
        rolls = sorted(rolls, Comparator.comparing(RollProgress::programme).thenComparing(RollProgress::month));
    }

    /** A fund before its first day. */
    public static Books empty() {
        return new Books(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The trial balance: what each account holds over classes, instruments and places, in base currency; debits are positive. */
    public SortedMap<Account, Money> trialBalance() {
        SortedMap<Account, Money> sums = new TreeMap<>();
        balances.forEach(balance -> sums.merge(balance.key().account(), balance.base(), Money::plus));
        return Collections.unmodifiableSortedMap(sums);
    }

    /** SHA-256 of everything above: whether books that were kept are those that were closed. */
    public String digest() {
        return Digest.of(this);
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<? super T> order) {
        return rows.stream().sorted(order).toList();
    }
}
