package org.assay.kernel.ledger;

import java.util.Optional;
import org.assay.kernel.money.Money;

/**
 * Money that moved and is not the settlement of something else.
 *
 * @param account the account it left, or for interest came to
 * @param amount above zero
 * @param toAccount where a transfer or exchange arrived
 * @param toAmount what an exchange brought, in the other currency
 * @param shareClass whose fee was paid
 */
public record CashMovement(
        Stamp stamp,
        Kind kind,
        String account,
        Money amount,
        Optional<String> toAccount,
        Optional<Money> toAmount,
        Optional<String> shareClass)
        implements Fact {
    /** Why it moved. */
    public enum Kind {
        /** From one of the fund's accounts to another, in one currency. */
        TRANSFER,
        /** One currency sold for another. */
        EXCHANGE,
        /** An expense of the fund, paid. */
        EXPENSE,
        /** Accrued management fee of a class, paid to the manager. */
        FEE_PAYMENT,
        /** Interest received; it settles what was accrued, the rest is income. */
        INTEREST
    }
}
