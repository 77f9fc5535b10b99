package org.assay.kernel.pricing;

/**
 * What a strike does with an exchange rate that is not of its day.
 *
 * @param staleAfterDays calendar days; a rate strictly older is stale
 * @param missing without a rate of the day: hold, or carry the last one; a rate is not estimated
 */
public record RatePolicy(int staleAfterDays, PricePolicy.Missing missing) {
    public RatePolicy {
        if (missing == PricePolicy.Missing.ESTIMATE) {
            throw new IllegalArgumentException("a rate is held or carried; no proxy stands for it");
        }
    }
}
