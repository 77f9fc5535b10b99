package org.assay.kernel.trail;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure and the figures it was made of. A leaf is a fact, a price or a term, named so that it can be found.
 *
 * @param label what it is, in words, with the rule that makes it from its parts
 * @param value the figure itself
 * @param unit what it is counted in: a currency, shares, lots, days
 * @param from its parts, in reading order
 */
public record Trail(String label, BigDecimal value, String unit, List<Trail> from) {
    public Trail {
        from = List.copyOf(from);
    }

    public static Trail leaf(String label, BigDecimal value, String unit) {
        return new Trail(label, value, unit, List.of());
    }
}
