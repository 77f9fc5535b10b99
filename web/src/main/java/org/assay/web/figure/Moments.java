package org.assay.web.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments on a page: a time is never shown without its zone. */
public final class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Moments() {}

    /** {@code 2026-05-29 16:00 New York (20:00 UTC)}. */
    public static String at(Instant instant, ZoneId zone) {
        String local = local(instant, zone);
        boolean same = zone.getRules().getOffset(instant).equals(ZoneOffset.UTC);
        return same ? local : "%s (%s UTC)".formatted(local, CLOCK.format(instant.atZone(ZoneOffset.UTC)));
    }

    /** {@code 2026-05-29 16:00 New York}. */
    public static String local(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone)) + " " + city(zone);
    }

    /** {@code 3 h 20 min}, {@code 40 s}: until something comes. */
    public static String span(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        if (left.toDays() > 0) {
            return "%s d %s h".formatted(left.toDays(), left.toHoursPart());
        }
        if (left.toHours() > 0) {
            return String.format(Locale.ROOT, "%s h %02d min", left.toHours(), left.toMinutesPart());
        }
        return left.toMinutes() > 0 ? "%s min".formatted(left.toMinutes()) : "%s s".formatted(left.toSeconds());
    }

    /** {@code New York}: what people call a zone by. */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        String last = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return last.equals("Z") ? "UTC" : last;
    }
}
