package org.assay.kernel.trail;

import java.math.BigDecimal;
import java.util.List;
import org.assay.kernel.money.Plain;

/**
 * A figure and the figures it was made of. A leaf is a fact, a price or a term, named so that it can be found.
 *
 * @param label what it is, in words, with the rule that makes it from its parts
 * @param value the figure itself
 * @param unit what it is counted in: a currency, shares, lots, days
 * @param from its parts, in reading order
 */
public record Trail(String label, BigDecimal value, String unit, List<Trail> from) {
    private static final int MINOR_UNIT = 2;

    public Trail {
        from = List.copyOf(from);
    }

    /** The figure as a reader expects it: money with its minor unit, everything else without idle zeros. */
    public String figure() {
        return value.scale() <= MINOR_UNIT ? value.toPlainString() : Plain.text(value);
    }

    public static Trail leaf(String label, BigDecimal value, String unit) {
        return new Trail(label, value, unit, List.of());
    }
}
