package org.assay.pack.fund;

import org.assay.kernel.pricing.PricePolicy;

/** What is agreed about the prices of one kind of instrument, in place of what the fund began with. */
public record AgreedPolicy(Of of, PricePolicy policy) {
    /** Whose prices. */
    public enum Of {
        TOKEN,
        FUTURE,
        BILL
    }
}
