package org.assay.db;

import java.math.BigDecimal;

/**
 * What a control over prices found in a strike.
 *
 * @param strike number of its row
 * @param control C20 moved, C21 stale, C36 missing
 * @param holds the NAV; otherwise a person must look
 * @param instrument or the currency of a rate
 * @param measured the move as a fraction, or days
 */
public record PriceException(
        long strike,
        String control,
        boolean holds,
        String instrument,
        BigDecimal measured,
        BigDecimal limit,
        String text) {}
