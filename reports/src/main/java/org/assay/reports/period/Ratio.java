package org.assay.reports.period;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures that are no money are divided: once, half away from zero as a spreadsheet rounds, from figures as they are
 * printed, so that whoever has the page comes to the same.
 */
final class Ratio {
    static final RoundingMode MODE = RoundingMode.HALF_UP;

    /** Of percentages. */
    static final int PERCENT = 4;

    private Ratio() {}

    /** Nothing over nothing is nothing. */
    static BigDecimal of(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(decimals) : part.divide(whole, decimals, MODE);
    }

    /** In per cent. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return of(part.movePointRight(2), whole, PERCENT);
    }
}
