package org.assay.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** What each bank and broker holds of the fund's money, and what of margin is on its way. */
final class CashAccounts {
    private static final Set<Account> CASH =
            new TreeSet<>(Set.of(Account.CASH_AT_BANK, Account.CASH_AT_FCM, Account.INITIAL_MARGIN));

    private static final Set<Account> ON_ITS_WAY =
            new TreeSet<>(Set.of(Account.VARIATION_MARGIN_RECEIVABLE, Account.VARIATION_MARGIN_PAYABLE));

    private final StruckNav nav;
    private final Money zero;

    CashAccounts(StruckNav nav) {
        this.nav = nav;
        this.zero = Money.zero(nav.fund().base());
    }

    /** One account of one place in one currency. */
    private record Key(String place, Account account, Currency currency) implements Comparable<Key> {
        static Key of(BalanceKey key) {
            return new Key(key.tag().location().orElse(""), key.account(), key.currency());
        }

        @Override
        public int compareTo(Key other) {
            int byPlace = place.compareTo(other.place);
            int byAccount = byPlace != 0 ? byPlace : account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }

    Section section() {
        SortedMap<Key, Money> opening = local(nav.inputs().opening().balances());
        SortedMap<Key, Money> closing = local(nav.result().closing().balances());
        SortedSet<Key> keys = new TreeSet<>(opening.keySet());
        keys.addAll(closing.keySet());
        SortedMap<String, List<Key>> byPlace = new TreeMap<>();
        keys.forEach(key ->
                byPlace.computeIfAbsent(key.place(), place -> new ArrayList<>()).add(key));
        Table table = Table.of("cash", nav.fund().base());
        Money cash = zero;
        for (String place : byPlace.keySet()) {
            table.group(place);
            Money total = zero;
            for (Key key : byPlace.get(place)) {
                Money before = opening.getOrDefault(key, Money.zero(key.currency()));
                Money after = closing.getOrDefault(key, Money.zero(key.currency()));
                Money worth = worth(key);
                total = total.plus(worth);
                cash = CASH.contains(key.account()) ? cash.plus(worth) : cash;
                table.row(
                        key.account().code(),
                        key.account().label(),
                        key.currency(),
                        before,
                        after.minus(before),
                        after,
                        rate(key.currency()),
                        worth);
            }
            table.total("", "Total " + place, "", "", "", "", "", total);
        }
        if (keys.isEmpty()) {
            return table.line("There is no cash, and no margin on its way.").section();
        }
        Money held = nav.result().positions().stream()
                .filter(position -> !nav.inputs().instruments().containsKey(position.instrument()))
                .map(Position::marketValue)
                .reduce(zero, Money::plus);
        return table.check("accounts 1000, 1010 and 1020 less cash in the schedule of investments", cash.minus(held))
                .note("Variation margin is a claim on the broker until the exchange day on which it is paid.")
                .section();
    }

    private static SortedMap<Key, Money> local(List<Balance> balances) {
        SortedMap<Key, Money> sums = new TreeMap<>();
        balances.stream()
                .filter(balance -> CASH.contains(balance.key().account())
                        || ON_ITS_WAY.contains(balance.key().account()))
                .forEach(balance -> sums.merge(Key.of(balance.key()), balance.local(), Money::plus));
        return sums;
    }

    /** Each balance at the rate of the day, as the schedule of investments has it. */
    private Money worth(Key key) {
        return nav.result().closing().balances().stream()
                .filter(balance -> Key.of(balance.key()).equals(key))
                .map(balance -> Wording.worth(nav, balance))
                .reduce(zero, Money::plus);
    }

    private String rate(Currency currency) {
        return currency.equals(nav.fund().base())
                ? ""
                : Figures.plain(nav.inputs().rates().get(currency).rate().exact(BigDecimal.ONE));
    }
}
