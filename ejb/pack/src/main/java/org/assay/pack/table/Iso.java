package org.assay.pack.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Dates and instants in the one shape that nearly all of them have, without the general parser of the JDK, which takes longer
 * than everything else that is done with a row. Whatever has another shape is left to the JDK.
 */
final class Iso {
    private static final int DATE = "2026-01-05".length();
    private static final int SECONDS = "2026-01-05T21:00:00".length();
    private static final int MICROS = "2026-01-05T21:00:00.000000".length();
    private static final int NANOS_PER_MICRO = 1_000;

    private Iso() {}

    /** @throws DateTimeException for a date that does not exist */
    static LocalDate date(String text) {
        return text.length() == DATE && isDate(text)
                ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                : LocalDate.parse(text);
    }

    /** @throws DateTimeException for a moment that does not exist */
    static Instant instant(String text) {
        int end = text.length() - 1;
        boolean isUsual =
                (end == SECONDS || (end == MICROS && text.charAt(SECONDS) == '.' && isDigits(text, 20, MICROS)))
                        && isDate(text)
                        && text.charAt(DATE) == 'T'
                        && isTime(text)
                        && text.charAt(end) == 'Z';
        if (!isUsual) {
            return Instant.parse(text);
        }
        int nanos = end == SECONDS ? 0 : number(text, 20, MICROS) * NANOS_PER_MICRO;
        LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos);
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .atTime(time)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isDate(String text) {
        return isDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && isDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && isDigits(text, 8, 10);
    }

    private static boolean isTime(String text) {
        return isDigits(text, 11, 13)
                && text.charAt(13) == ':'
                && isDigits(text, 14, 16)
                && text.charAt(16) == ':'
                && isDigits(text, 17, 19);
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
