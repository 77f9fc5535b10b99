package org.assay.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The business days of one exchange, bank system or fund, as they were known at some moment.
 *
 * @param weekend days of the week that are never business days, unless opened
 * @param closed holidays
 * @param opened dates that are business days although the week says otherwise
 */
public record BusinessCalendar(
        String id, SortedSet<DayOfWeek> weekend, SortedSet<LocalDate> closed, SortedSet<LocalDate> opened) {
    public BusinessCalendar {
        weekend = sorted(weekend);
        closed = sorted(closed);
        opened = sorted(opened);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("calendar %s has no business day in the week".formatted(id));
        }
    }

    public boolean isBusinessDay(LocalDate date) {
        return opened.contains(date) || !(weekend.contains(date.getDayOfWeek()) || closed.contains(date));
    }

    /** The first business day after {@code date}. */
    public LocalDate next(LocalDate date) {
        return plusBusinessDays(date, 1);
    }

    /** The nth business day after {@code date}, or before it when n is negative; {@code date} itself for 0. */
    public LocalDate plusBusinessDays(LocalDate date, int n) {
        int step = Integer.signum(n);
        LocalDate day = date;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * Which business day of its month this is, counted from 1; a day that is none counts as the one before it (0 before the
     * first), so that a holiday consumes nothing.
     */
    public int businessDayOfMonth(LocalDate date) {
        return (int) YearMonth.from(date)
                .atDay(1)
                .datesUntil(date.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }

    private static <T extends Comparable<? super T>> SortedSet<T> sorted(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
