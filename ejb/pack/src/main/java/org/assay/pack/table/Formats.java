package org.assay.pack.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assay.kernel.money.Plain;

/** The usual kinds of cell. */
public final class Formats {
    private static final int WHOLE_DIGITS = 24;
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

    /** Any text, kept to the last character: what somebody else wrote, and a hash was taken of. */
    public static final Format<String> VERBATIM =
            Format.of("text", Json.Token.STRING, Optional::of, Function.identity());

    /** A name other rows use: one line, no blanks around it. */
    public static final Format<String> ID =
            TEXT.where(text -> text.chars().noneMatch(Character::isISOControl) && text.length() <= 200, "on one line");

    public static final Format<LocalDate> DATES = Format.of(
            "a date that exists, such as 2026-01-05",
            Json.Token.STRING,
            text -> dated(text, text.length() == DATE, Iso::date),
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
                    text -> dated(text, isOnTheClock(text), Iso::instant),
                    Instant::toString)
            .where(instant -> instant.get(ChronoField.NANO_OF_SECOND) % 1_000 == 0, "in microseconds at most");

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

    /** A SHA-256. */
    public static final Format<String> SHA_256 =
            ID.where(text -> text.matches("[0-9a-f]{64}"), "a SHA-256 in 64 hexadecimal digits, small letters");

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
        int end = endOfNumber(text);
        if (end < 0) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.substring(0, end));
        return number.scale() <= decimals ? Optional.of(number) : Optional.empty();
    }

    /**
     * Where the last digit that carries something ends, of {@code -?(0|[1-9][0-9]{0,23})(\.[0-9]+)?}; -1 where the text is
     * none of that. By hand, because most cells are numbers, and a pattern takes longer than all else that is done with one.
     */
    private static int endOfNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int point = endOfDigits(text, first);
        int whole = point - first;
        boolean isWhole = whole > 0 && whole <= WHOLE_DIGITS && (whole == 1 || text.charAt(first) != '0');
        if (!isWhole || point == text.length()) {
            return isWhole ? point : -1;
        }
        if (text.charAt(point) != '.' || point + 1 == text.length() || endOfDigits(text, point + 1) < text.length()) {
            return -1;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return end == point + 1 ? point : end;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
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
