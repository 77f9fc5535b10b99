package org.assay.reports.period;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.Books;

/** The accounts over a period, in base currency; positive is a debit. */
final class AccountRoll {
    private final Money zero;
    private final SortedMap<Account, Money> opening;
    private final Map<Account, Money> debits = new EnumMap<>(Account.class);
    private final Map<Account, Money> credits = new EnumMap<>(Account.class);
    private SortedMap<Account, Money> closing = Collections.emptySortedMap();
    private final SortedMap<String, SortedMap<Account, Kind>> kinds = new TreeMap<>();
    private long lines;

    /**
     * An account over the period.
     *
     * @param kept what the books hold at its end
     */
    record Movement(Account account, Money opening, Money debits, Money credits, Money kept) {
        Money change() {
            return debits.minus(credits);
        }

        Money closing() {
            return opening.plus(change());
        }
    }

    /** What entries of one kind did to one account. */
    record Kind(String kind, Account account, long lines, Money debits, Money credits) {}

    AccountRoll(Money zero, Books opening) {
        this.zero = zero;
        this.opening = opening.trialBalance();
    }

    void add(Entry entry) {
        for (Line line : entry.lines()) {
            Money debit = line.base().signum() > 0 ? line.base() : zero;
            Money credit = line.base().signum() < 0 ? line.base().negate() : zero;
            debits.merge(line.account(), debit, Money::plus);
            credits.merge(line.account(), credit, Money::plus);
            kinds.computeIfAbsent(entry.kind(), key -> new TreeMap<>())
                    .merge(
                            line.account(),
                            new Kind(entry.kind(), line.account(), 1, debit, credit),
                            (one, other) -> new Kind(
                                    one.kind(),
                                    one.account(),
                                    one.lines() + other.lines(),
                                    one.debits().plus(other.debits()),
                                    one.credits().plus(other.credits())));
            lines++;
        }
    }

    void close(Books books) {
        closing = books.trialBalance();
    }

    /** Every account that held or moved something, in the order of the chart. */
    List<Movement> movements() {
        SortedSet<Account> accounts = new TreeSet<>(opening.keySet());
        accounts.addAll(debits.keySet());
        accounts.addAll(closing.keySet());
        return accounts.stream().map(this::of).toList();
    }

    Movement of(Account account) {
        return new Movement(
                account,
                opening.getOrDefault(account, zero),
                debits.getOrDefault(account, zero),
                credits.getOrDefault(account, zero),
                closing.getOrDefault(account, zero));
    }

    /** By kind, then account. */
    List<Kind> kinds() {
        List<Kind> all = new ArrayList<>();
        kinds.values().forEach(accounts -> all.addAll(accounts.values()));
        return all;
    }

    /** Journal lines of the period. */
    long lines() {
        return lines;
    }
}
