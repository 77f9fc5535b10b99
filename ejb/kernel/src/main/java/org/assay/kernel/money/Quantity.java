package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of something: tokens, lots of a future, units of face, shares. Signed: a short future is negative.
 *
 * @param units at most 18 decimals; assets with more are truncated before they get here
 */
public record Quantity(BigDecimal units) implements Comparable<Quantity> {
    public static final int SCALE = 18;
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        // Without idle zeros most quantities are one machine word; at 18 decimals ten tokens are none. Equals stays
        // numeric,
        // because a number has one such form. More digits than the scale throw.
        units = units.scale() > SCALE ? units.setScale(SCALE, RoundingMode.UNNECESSARY) : units;
        units = Plain.stripped(units);
    }

    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    /** Truncated at an asset's own decimals (rule G3). */
    public static Quantity truncated(BigDecimal exact, int decimals) {
        return new Quantity(exact.setScale(decimals, RoundingMode.DOWN));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units.add(other.units));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(units.subtract(other.units));
    }

    public Quantity negate() {
        return new Quantity(units.negate());
    }

    public Quantity abs() {
        return new Quantity(units.abs());
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public int signum() {
        return units.signum();
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return units.compareTo(other.units);
    }

    /** Plain, without the zeros that carry nothing. */
    @Override
    public String toString() {
        return Plain.text(units);
    }
}
