package org.assay.kernel.ledger;

import org.assay.kernel.money.Money;

/**
 * What stands on an account.
 *
 * @param local signed, positive is a debit, in the key's currency
 * @param base what it is carried for in the fund's currency; money in another currency is carried at cost, and its
 *     revaluation stands on 1160
 */
public record Balance(BalanceKey key, Money local, Money base) {
    boolean isZero() {
        return local.isZero() && base.isZero();
    }
}
