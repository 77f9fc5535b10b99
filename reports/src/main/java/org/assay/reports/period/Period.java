package org.assay.reports.period;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavInputs;
import org.assay.reports.StruckNav;

/**
 * The days a report is of: from the day after the last strike of the month or year before, to its own last strike.
 *
 * @param before the last strike before it; absent when the fund begins in it
 * @param from the first day, both included
 * @param whole its last strike is the last of its month or year; otherwise the report is of the period to date
 */
record Period(Span span, Optional<LocalDate> before, LocalDate from, LocalDate to, boolean whole) {

    /** @param first what the first strike of the period was made of */
    static Period of(Span span, NavInputs first, StruckNav nav) {
        LocalDate to = nav.result().date();
        Optional<LocalDate> before = first.opening().struck().map(Books.Struck::date);
        return new Period(
                span, before, before.map(last -> last.plusDays(1)).orElse(first.date()), to, isWhole(span, nav));
    }

    /** By the calendar as it was known then: the next strike is in another month or year. */
    static boolean isWhole(Span span, StruckNav nav) {
        LocalDate to = nav.result().date();
        LocalDate next = nav.inputs().calendars().get(nav.fund().calendar()).next(to);
        return !span.isSame(to, next);
    }

    /** {@code Month 2026-03}, or {@code Month to date 2026-03-13}. */
    static String title(Span span, StruckNav nav) {
        LocalDate to = nav.result().date();
        return isWhole(span, nav) ? span.word() + " " + span.name(to) : span.word() + " to date " + to;
    }

    /** Both days included. */
    String days() {
        return "%s to %s".formatted(from, to);
    }

    /** A whole year of a fund that was there before it: nothing of it is scaled to a year. */
    boolean isFullYear() {
        return span == Span.YEAR && whole && before.isPresent();
    }
}
