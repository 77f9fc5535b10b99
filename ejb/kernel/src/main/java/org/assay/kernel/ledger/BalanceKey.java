package org.assay.kernel.ledger;

import java.util.Comparator;
import org.assay.kernel.money.Currency;

/** Where a balance is kept: account, sub-ledger, currency. */
public record BalanceKey(Account account, Tag tag, Currency currency) implements Comparable<BalanceKey> {
    private static final Comparator<BalanceKey> ORDER = Comparator.comparing(BalanceKey::account)
            .thenComparing(BalanceKey::tag)
            .thenComparing(BalanceKey::currency);

    @Override
    public int compareTo(BalanceKey other) {
        return ORDER.compare(this, other);
    }
}
