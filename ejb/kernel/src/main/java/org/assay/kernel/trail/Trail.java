package org.assay.kernel.trail;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.money.Plain;

/**
 * A figure and the figures it was made of. A leaf is a fact, a price or a term, named so that it can be found.
 *
 * @param label what it is, in words, with the rule that makes it from its parts
 * @param value the figure itself
 * @param unit what it is counted in: a currency, shares, lots, days
 * @param source the row it came from, for whoever can tell where that row is
 * @param from its parts, in reading order
 */
public record Trail(String label, BigDecimal value, String unit, Optional<Source> source, List<Trail> from) {
    private static final int MINOR_UNIT = 2;

    /**
     * What a row is known by.
     *
     * @param kind of row: fact, quote
     * @param identity the values that tell it from others of its kind
     */
    public record Source(String kind, List<String> identity) {
        public Source {
            identity = List.copyOf(identity);
        }

        public static Source fact(String id) {
            return new Source("fact", List.of(id));
        }
    }

    public Trail {
        from = List.copyOf(from);
    }

    public static Trail of(String label, BigDecimal value, String unit, List<Trail> from) {
        return new Trail(label, value, unit, Optional.empty(), from);
    }

    public static Trail leaf(String label, BigDecimal value, String unit) {
        return of(label, value, unit, List.of());
    }

    public Trail citing(Source row) {
        return new Trail(label, value, unit, Optional.of(row), from);
    }

    /** The figure as a reader expects it: money with its minor unit, everything else without idle zeros. */
    public String figure() {
        return value.scale() <= MINOR_UNIT ? value.toPlainString() : Plain.text(value);
    }
}
