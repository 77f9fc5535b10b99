package org.assay.reports.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Plain;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.reports.FigureText;

/**
 * How figures are printed: thousands separated, negative in parentheses, zero as a dash, every decimal there is. Written
 * here rather than by a number format, because those follow a locale and pass through double.
 */
public final class Figures {
    /** As wide as a parenthesis, about: so digits of both signs stand below each other. It does not break a line. */
    private static final char PAD = '\u00a0';

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Figures() {}

    /** At the minor unit of its currency, which stands in the head of the column. */
    public static String of(Money money) {
        return signed(money.amount());
    }

    /** In a sentence, where nothing stands below it. */
    public static String inText(Money money) {
        String figure = of(money);
        return figure.endsWith(String.valueOf(PAD)) ? figure.substring(0, figure.length() - 1) : figure;
    }

    /** Without idle zeros. */
    public static String of(Quantity quantity) {
        return plain(quantity.units());
    }

    /** At least two decimals, and no idle zeros beyond. */
    public static String of(Price price) {
        BigDecimal stripped = price.perUnit().stripTrailingZeros();
        return signed(stripped.setScale(Math.max(2, stripped.scale()), RoundingMode.UNNECESSARY));
    }

    /** At exactly the decimals at which it was struck. */
    public static String of(Price price, int decimals) {
        return signed(price.perUnit().setScale(decimals, RoundingMode.UNNECESSARY));
    }

    /** A product that is not posted, exact: at least the decimals of its currency. */
    public static String exact(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return signed(stripped.setScale(Math.max(decimals, stripped.scale()), RoundingMode.UNNECESSARY));
    }

    public static String plain(BigDecimal number) {
        return signed(new BigDecimal(Plain.text(number)));
    }

    /** Per cent at two decimals: a proportion to look at, never a figure something is decided by. */
    public static String percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return "";
        }
        return signed(part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP));
    }

    public static String count(long number) {
        return signed(BigDecimal.valueOf(number));
    }

    /** To the minute, in UTC, as the head of the column says. */
    public static String utc(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneOffset.UTC));
    }

    /** With its zone and, when that is another, in UTC. */
    public static String moment(Instant instant, ZoneId zone) {
        String local = MINUTE.format(instant.atZone(zone)) + " " + zone;
        boolean same = zone.getRules().getOffset(instant).equals(ZoneOffset.UTC);
        boolean sameDay = instant.atZone(zone).toLocalDate().equals(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        DateTimeFormatter format = sameDay ? CLOCK : MINUTE;
        return same ? local : "%s (%s UTC)".formatted(local, format.format(instant.atZone(ZoneOffset.UTC)));
    }

    /** A blank stands where a closing parenthesis would, so that digits stand below digits. */
    private static String signed(BigDecimal number) {
        String text = FigureText.of(number);
        return number.signum() < 0 ? text : text + PAD;
    }
}
