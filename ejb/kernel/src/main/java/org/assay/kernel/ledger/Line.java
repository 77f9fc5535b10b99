package org.assay.kernel.ledger;

import org.assay.kernel.money.Money;

/**
 * One line of an entry.
 *
 * @param local signed, positive is a debit, in the currency of the event
 * @param base the same in the fund's currency; what the books balance in
 */
public record Line(Account account, Tag tag, Money local, Money base) {
    BalanceKey key() {
        return new BalanceKey(account, tag, local.currency());
    }
}
