package org.assay.reports;

import java.math.BigDecimal;

/** How a figure is written for people, on paper and on the screen: exact, thousands separated, negative in parentheses. */
public final class FigureText {
    /** Nothing is a dash: an eye that runs down a column stops only where something stands. */
    public static final String ZERO = "–";

    private static final int GROUP = 3;

    private FigureText() {}

    /** With all its decimals. */
    public static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        String text = grouped(number.abs());
        return number.signum() < 0 ? "(" + text + ")" : text;
    }

    private static String grouped(BigDecimal number) {
        String digits = number.toBigInteger().toString();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % GROUP == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        return point < 0 ? text.toString() : text + plain.substring(point);
    }
}
