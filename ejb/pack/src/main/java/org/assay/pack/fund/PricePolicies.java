package org.assay.pack.fund;

import java.util.Optional;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.RatePolicy;

/**
 * When a price is odd, by kind of instrument.
 *
 * @param fx what is done with exchange rates that are not of the day
 */
public record PricePolicies(PricePolicy token, PricePolicy future, PricePolicy bill, Optional<RatePolicy> fx) {}
