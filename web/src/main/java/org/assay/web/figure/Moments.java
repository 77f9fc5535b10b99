package org.assay.web.figure;

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
        String local = MINUTE.format(instant.atZone(zone)) + " " + city(zone);
        boolean same = zone.getRules().getOffset(instant).equals(ZoneOffset.UTC);
        return same ? local : "%s (%s UTC)".formatted(local, CLOCK.format(instant.atZone(ZoneOffset.UTC)));
    }

    /** {@code 2026-05-29 20:00 UTC}. */
    public static String utc(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /** {@code New York}: what people call a zone by. */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        String last = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return last.equals("Z") ? "UTC" : last;
    }
}
