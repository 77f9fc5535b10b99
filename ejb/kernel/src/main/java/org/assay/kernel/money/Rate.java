package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A fraction: 0.015 is 1.5 percent. What it is a fraction of, and per what, stands in the name of whatever holds it.
 *
 * @param fraction at most 12 decimals
 */
public record Rate(BigDecimal fraction) {
    public static final int SCALE = 12;
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);
    public static final Rate ONE = new Rate(BigDecimal.ONE);

    public Rate {
        fraction = fraction.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    @Override
    public String toString() {
        return Plain.text(fraction);
    }
}
