package org.assay.kernel.ledger;

import org.assay.kernel.money.Money;

/**
 * The broker's initial margin for one lot, from its effective time on.
 *
 * @param scope a contract's id, or the root of a chain; the contract's own rate wins
 */
public record MarginRate(Stamp stamp, String scope, Money perLot) implements Fact {
    /** The one that counts from a later time on; a notice of an older rate that comes late changes nothing. */
    public static MarginRate later(MarginRate one, MarginRate other) {
        return ORDER.compare(one, other) > 0 ? one : other;
    }
}
