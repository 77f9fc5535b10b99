package org.assay.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Plain;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.reports.FigureText;

/**
 * A figure on a page: thousands separated, negative in parentheses, zero as a dash. Written here rather than by a number
 * format, because those follow a locale and pass through double.
 *
 * @param text as it is shown; the unit stands in the head of the column
 * @param exact every digit there is, plain, for whoever hovers or copies
 * @param trail what the trail of this figure is called; empty when it has none
 * @param number what is shown, as a program reads it: {@code -1234.50}; empty when nothing is
 */
public record Figure(String text, String exact, String trail, String number) {
    private static final int BASIS_POINT = 4;
    private static final int MEASURED = 6;

    /** Nothing to show: not the same as zero. */
    public static final Figure NONE = new Figure("", "", "", "");

    /** At the minor unit of its currency. */
    public static Figure of(Money money) {
        return of(money.amount(), money.toString());
    }

    /** An amount that has lost its idle zeros in the database. */
    public static Figure money(BigDecimal amount, int decimals, String currency) {
        return of(scaled(amount, decimals), "%s %s".formatted(Plain.text(amount), currency));
    }

    /** Without idle zeros. */
    public static Figure of(Quantity quantity) {
        return plain(quantity.units());
    }

    /** At least two decimals, and no idle zeros beyond. */
    public static Figure of(Price price) {
        return of(scaled(price.perUnit(), 2), price.toString());
    }

    /** At the decimals at which it was struck. */
    public static Figure of(Price price, int decimals) {
        return of(scaled(price.perUnit(), decimals), price.toString());
    }

    /** As exact as it is. */
    public static Figure plain(BigDecimal number) {
        return of(new BigDecimal(Plain.text(number)), Plain.text(number));
    }

    /** What a control measured: at six decimals, but never so few that it looks like nothing. */
    public static Figure measured(BigDecimal number) {
        BigDecimal shown = number.setScale(Math.min(number.scale(), MEASURED), RoundingMode.HALF_UP);
        return shown.signum() == number.signum()
                ? of(new BigDecimal(Plain.text(shown)), Plain.text(number))
                : plain(number);
    }

    /** A number of things. */
    public static Figure count(long number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** Per cent of a whole at two decimals: a proportion to look at, never a figure something is decided by. */
    public static Figure percent(BigDecimal part, BigDecimal whole) {
        return ratio(part, whole, 2, 2, " %");
    }

    /** Basis points of a whole at one decimal. */
    public static Figure basisPoints(BigDecimal part, BigDecimal whole) {
        return ratio(part, whole, BASIS_POINT, 1, " bp");
    }

    /** The same figure, leading to its trail. */
    public Figure because(String figure) {
        return new Figure(text, exact, figure, number);
    }

    public boolean isTraced() {
        return !trail.isEmpty();
    }

    /** At least so many decimals; digits beyond are kept, because they would be lost silently. */
    private static BigDecimal scaled(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(decimals, stripped.scale()), RoundingMode.UNNECESSARY);
    }

    private static Figure ratio(BigDecimal part, BigDecimal whole, int power, int decimals, String unit) {
        if (whole.signum() == 0) {
            return NONE;
        }
        BigDecimal shifted = part.movePointRight(power);
        BigDecimal shown = shifted.divide(whole, decimals, RoundingMode.HALF_UP);
        String exact = Plain.text(shifted.divide(whole, decimals + 6, RoundingMode.HALF_UP)) + unit;
        if (shown.signum() == 0 && part.signum() != 0) {
            // Small is not zero: a dash would say that nothing happened.
            String small = shown.toPlainString();
            return new Figure(part.signum() * whole.signum() < 0 ? "(" + small + ")" : small, exact, "", small);
        }
        return of(shown, exact);
    }

    private static Figure of(BigDecimal number, String exact) {
        return new Figure(FigureText.of(number), exact, "", number.toPlainString());
    }
}
