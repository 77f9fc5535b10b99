package org.assay.kernel.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * An investor's order, by amount or by shares. The strike of its dealing day deals it at that day's NAV per share, and it
 * enters the books at the open of the next.
 *
 * @param amount in the class's currency; exactly one of amount and shares is there
 * @param settleDate when the cash moves; not after the dealing day means it came early and waits as a liability
 * @param account the bank account it moves on
 * @param statedPrice what the file says it dealt at: checked, never used
 * @param statedShares what the file says it gave: checked, never used
 */
public record CapitalOrder(
        Stamp stamp,
        Side side,
        String shareClass,
        String investor,
        Optional<Money> amount,
        Optional<Quantity> shares,
        LocalDate dealingDate,
        LocalDate settleDate,
        String account,
        Optional<Price> statedPrice,
        Optional<Quantity> statedShares)
        implements Fact {
    /** Which way it goes. */
    public enum Side {
        SUBSCRIPTION,
        REDEMPTION
    }

    public CapitalOrder {
        if (amount.isPresent() == shares.isPresent()) {
            throw new IllegalArgumentException(
                    "order %s: expected an amount or shares, not both".formatted(stamp.id()));
        }
    }

    /** Its cash is in before it is dealt. */
    public boolean isPaidEarly() {
        return !settleDate.isAfter(dealingDate);
    }
}
