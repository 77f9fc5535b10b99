package org.assay.kernel.ledger;

import org.assay.kernel.money.Currency;

/** Where a balance is kept: account, sub-ledger, currency. */
public record BalanceKey(Account account, Tag tag, Currency currency) implements Comparable<BalanceKey> {
    @Override
    public int compareTo(BalanceKey other) {
        int byAccount = account.compareTo(other.account);
        if (byAccount != 0) {
            return byAccount;
        }
        int byTag = tag.compareTo(other.tag);
        return byTag != 0 ? byTag : currency.compareTo(other.currency);
    }
}
