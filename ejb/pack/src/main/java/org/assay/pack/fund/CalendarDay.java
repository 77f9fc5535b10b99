package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a calendar says of one date. Of several rows for a date the one recorded last counts, so that a holiday
 * proclaimed late does not change what was known before.
 */
public record CalendarDay(String calendar, LocalDate date, Status status, Instant recorded, String source) {
    /** Whether business is done. */
    public enum Status {
        CLOSED,
        OPEN
    }
}
