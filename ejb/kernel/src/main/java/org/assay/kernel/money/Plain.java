package org.assay.kernel.money;

import java.math.BigDecimal;

/** How a number is written everywhere: plain decimals, no exponent, no trailing zeros that carry nothing. */
public final class Plain {
    private Plain() {}

    public static String text(BigDecimal number) {
        return stripped(number).toPlainString();
    }

    /** The one form of a number: no trailing zeros behind the point that carry nothing, and never an exponent. */
    static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
