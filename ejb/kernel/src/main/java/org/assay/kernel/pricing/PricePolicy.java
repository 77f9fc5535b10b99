package org.assay.kernel.pricing;

import java.math.BigDecimal;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;

/**
 * When a price is odd, by the fund's policy for one kind of instrument.
 *
 * @param moveBand fraction of the earlier price; a move strictly greater is odd
 * @param staleAfterDays calendar days; a price strictly older is stale
 * @param unchangedAfterDays calendar days; a figure that stood still strictly longer is stale too
 * @param missing what a strike does without a price of its day
 */
public record PricePolicy(Rate moveBand, int staleAfterDays, int unchangedAfterDays, Missing missing) {
    /** What a strike does without a price of its day. */
    public enum Missing {
        /** Holds the NAV. */
        HOLD,
        /** Uses the last one, for a person to review. */
        CARRY,
        /** Moves the last one as its proxy moved since, for a person to review; holds the NAV where that cannot be. */
        ESTIMATE
    }

    /** Compared without dividing, so that a price of zero or below needs no case of its own. */
    public boolean isOdd(Price earlier, Price later) {
        BigDecimal band = moveBand.fraction().multiply(earlier.perUnit().abs());
        return later.since(earlier).abs().compareTo(band) > 0;
    }
}
