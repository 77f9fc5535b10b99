package org.assay.pack.fund;

import org.assay.kernel.pricing.PricePolicy;

/** When a price is odd, by kind of instrument. */
public record PricePolicies(PricePolicy token, PricePolicy future, PricePolicy bill) {}
