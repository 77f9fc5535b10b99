package org.assay.pack.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assay.kernel.money.Plain;

/** The usual kinds of cell. */
public final class Formats {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,23})(\\.[0-9]+)?");
    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final int DATE = "2026-01-05".length();
    private static final int MONTH = "2026-01".length();
    private static final int HOUR = "2026-01-05T".length();
    private static final int SECOND = "2026-01-05T21:00:".length();

    /** Any words on one or more lines, without blanks around them. */
    public static final Format<String> TEXT = Format.of(
            "text without blanks around it",
            Json.Token.STRING,
            text -> Optional.of(text).filter(words -> !words.isEmpty() && words.equals(words.strip())),
            Function.identity());

    /** A name other rows use: one line, no blanks around it. */
    public static final Format<String> ID =
            TEXT.where(text -> text.chars().noneMatch(Character::isISOControl) && text.length() <= 200, "on one line");

    public static final Format<LocalDate> DATES = Format.of(
            "a date that exists, such as 2026-01-05",
            Json.Token.STRING,
            text -> dated(text, text.length() == DATE, LocalDate::parse),
            LocalDate::toString);

    public static final Format<YearMonth> MONTHS = Format.of(
            "a month such as 2026-03",
            Json.Token.STRING,
            text -> dated(text, text.length() == MONTH, YearMonth::parse),
            YearMonth::toString);

    /** UTC only: a local time is a guess about a zone. In microseconds, which is what databases keep. */
    public static final Format<Instant> INSTANTS = Format.of(
                    "an instant in UTC, such as 2026-01-05T21:00:00Z",
                    Json.Token.STRING,
                    text -> dated(text, isOnTheClock(text), Instant::parse),
                    Instant::toString)
            .where(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)), "in microseconds at most");

    /** A time zone by its IANA name; an offset would not follow a change of clocks. */
    public static final Format<ZoneId> ZONES = Format.of(
            "a time zone of the IANA list, such as America/New_York",
            Json.Token.STRING,
            text -> Optional.of(text)
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of),
            ZoneId::getId);

    public static final Format<Boolean> FLAG = Format.of(
            "true or false",
            Json.Token.BOOLEAN,
            text -> Optional.of(text)
                    .filter(word -> word.equals("true") || word.equals("false"))
                    .map(Boolean::valueOf),
            Object::toString);

    /** Things that are counted: days, decimals. */
    public static final Format<Integer> COUNTS = Format.of(
            "a whole number from 0",
            Json.Token.INTEGER,
            text -> shaped(COUNT, text, Integer::valueOf),
            Object::toString);

    private Formats() {}

    /** A signed plain number, written without idle zeros; idle zeros that are read carry nothing and do no harm. */
    public static Format<BigDecimal> decimal(int decimals) {
        return Format.of(expected(decimals), Json.Token.STRING, text -> number(text, decimals), Plain::text);
    }

    /** An amount of money, written at the scale it has, which is its currency's minor unit. */
    public static Format<BigDecimal> amount() {
        return Format.of(expected(8), Json.Token.STRING, text -> number(text, 8), BigDecimal::toPlainString);
    }

    public static Format<BigDecimal> aboveZero(Format<BigDecimal> format) {
        return format.where(number -> number.signum() > 0, "above 0");
    }

    public static Format<BigDecimal> notNegative(Format<BigDecimal> format) {
        return format.where(number -> number.signum() >= 0, "not below 0");
    }

    private static String expected(int decimals) {
        return decimals == 0
                ? "a plain whole number"
                : "a plain number such as 1234.5, with at most %s decimals".formatted(decimals);
    }

    private static Optional<BigDecimal> number(String text, int decimals) {
        return shaped(NUMBER, text, BigDecimal::new)
                .filter(number -> number.stripTrailingZeros().scale() <= decimals);
    }

    private static <V> Optional<V> shaped(Pattern shape, String text, Function<String, V> parse) {
        return shape.matcher(text).matches() ? Optional.of(parse.apply(text)) : Optional.empty();
    }

    /** The ISO parsers of the JDK are strict but for the length of a year, and these two: */
    private static boolean isOnTheClock(String text) {
        return text.length() > SECOND
                && text.endsWith("Z")
                && text.charAt(HOUR - 1) == 'T'
                && !text.startsWith("24", HOUR) // which is the next day
                && text.charAt(SECOND - 1) == ':'
                && !text.startsWith("60", SECOND); // which is a leap second
    }

    private static <V> Optional<V> dated(String text, boolean hasShape, Function<String, V> parse) {
        if (!hasShape) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException e) {
            // No date, or one that does not exist, such as 2026-02-30. The caller says so, with its place.
            return Optional.empty();
        }
    }
}
