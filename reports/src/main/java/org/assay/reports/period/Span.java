package org.assay.reports.period;

import java.time.LocalDate;
import java.time.YearMonth;

/** How long a period is. A fund's fiscal year is the calendar year: its terms know no other. */
enum Span {
    MONTH("Month"),
    YEAR("Year");

    private final String word;

    Span(String word) {
        this.word = word;
    }

    /** As it begins a title. */
    String word() {
        return word;
    }

    /** The first day of the month or year a date is in. */
    LocalDate first(LocalDate date) {
        return this == MONTH ? date.withDayOfMonth(1) : date.withDayOfYear(1);
    }

    boolean isSame(LocalDate one, LocalDate other) {
        return first(one).equals(first(other));
    }

    /** {@code 2026-03}, or {@code 2026}. */
    String name(LocalDate date) {
        return this == MONTH ? YearMonth.from(date).toString() : Integer.toString(date.getYear());
    }
}
