package org.assay.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** From a day, inclusive, to a day, exclusive. */
public record DateRange(LocalDate from, LocalDate to) {
    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("range %s to %s ends before it starts".formatted(from, to));
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(to);
    }

    /** Calendar days in it. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
