package org.assay.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The local time at which a fund's day ends, in a named zone, so that a change of clocks moves the instant and not the hour.
 *
 * @param minuteOfDay 0 to 1440; 1440 is 24:00, the last instant of the day
 */
public record ValuationPoint(int minuteOfDay, ZoneId zone) {
    private static final int MINUTES = 24 * 60;

    public ValuationPoint {
        if (minuteOfDay < 0 || minuteOfDay > MINUTES) {
            throw new IllegalArgumentException("minute of day %s: expected 0 to %s".formatted(minuteOfDay, MINUTES));
        }
    }

    /** @param time HH:MM, 24:00 included */
    public static ValuationPoint parse(String time, ZoneId zone) {
        if (time.equals("24:00")) {
            return new ValuationPoint(MINUTES, zone);
        }
        return new ValuationPoint(LocalTime.parse(time).toSecondOfDay() / 60, zone);
    }

    /** VP(D). A local time that a spring change skips is as much later as the clocks were put forward. */
    public Instant on(LocalDate date) {
        if (minuteOfDay == MINUTES) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return date.atTime(minuteOfDay / 60, minuteOfDay % 60).atZone(zone).toInstant();
    }

    /** HH:MM, as it is written in the fund's terms. */
    public String time() {
        return String.format(Locale.ROOT, "%02d:%02d", minuteOfDay / 60, minuteOfDay % 60);
    }
}
