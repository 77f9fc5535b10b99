package org.assay.kernel.money;

import java.math.BigDecimal;

/** How a number is written everywhere: plain decimals, no exponent, no trailing zeros that carry nothing. */
public final class Plain {
    private Plain() {}

    public static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
