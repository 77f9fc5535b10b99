package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;

/**
 * When a fund strikes, and what each strike may know.
 *
 * <pre>
 *   ---- VP(D-1) ------------------------------ VP(D) ---- intake hours ---- K(D) ----
 *          | what counts on D                     |   what is learned late     |
 * </pre>
 */
public final class Schedule {
    private final FundFile fund;
    private final KnownCalendars calendars;
    private final Optional<Instant> known;

    /** @param known what every strike knows; absent when each knows what a scheduled one does */
    Schedule(FundFile fund, KnownCalendars calendars, Optional<Instant> known) {
        this.fund = fund;
        this.calendars = calendars;
        this.known = known;
    }

    /**
     * Of a fund that strikes by itself.
     *
     * @param days of its own calendar, all that were ever said of the dates it will be asked for
     */
    public static Schedule of(FundFile fund, List<CalendarDay> days) {
        return new Schedule(fund, new KnownCalendars(fund.calendars(), days), Optional.empty());
    }

    /** VP(D). */
    public Instant valuationPoint(LocalDate date) {
        return fund.dayEnd(date).point().on(date);
    }

    /** K(D). */
    public Instant known(LocalDate date) {
        return known.orElseGet(() -> fund.dayEnd(date).known(date));
    }

    /** A business day of the fund's calendar, as it was known on that day. */
    public boolean isStrikeDay(LocalDate date) {
        return !date.isBefore(fund.inception())
                && calendars.at(known(date), fund.calendar()).isBusinessDay(date);
    }

    /** The first strike day of a range, both ends inclusive. */
    public Optional<LocalDate> first(LocalDate from, LocalDate to) {
        LocalDate start = from.isBefore(fund.inception()) ? fund.inception() : from;
        return start.isAfter(to)
                ? Optional.empty()
                : start.datesUntil(to.plusDays(1)).filter(this::isStrikeDay).findFirst();
    }

    /**
     * The strike days from one on that may be struck, in order. A day is due when nothing more may come in for it: K(D)
     * has passed. So whoever looks late, after a change of clocks or ten days asleep, finds the days he would have found
     * one by one.
     */
    public List<LocalDate> due(LocalDate from, Instant now) {
        List<LocalDate> due = new ArrayList<>();
        Optional<LocalDate> day = first(from, latest(now));
        while (day.filter(date -> !known(date).isAfter(now)).isPresent()) {
            due.add(day.get());
            day = first(day.get().plusDays(1), latest(now));
        }
        return due;
    }

    /** East of Greenwich it is tomorrow already. */
    private static LocalDate latest(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }

    /** The last strike day of a range, both ends inclusive. */
    Optional<LocalDate> last(LocalDate from, LocalDate to) {
        return first(from, to)
                .flatMap(start -> start.datesUntil(to.plusDays(1))
                        .filter(this::isStrikeDay)
                        .reduce((earlier, later) -> later));
    }

    /**
     * The strike that takes a fact: the first whose day it counts on and that knows of it.
     *
     * @param knew what each strike knew
     */
    Optional<LocalDate> takes(Instant effective, Instant recorded, LocalDate to, Function<LocalDate, Instant> knew) {
        LocalDate from = LocalDate.ofInstant(effective, ZoneOffset.UTC).minusDays(2);
        LocalDate start = from.isBefore(fund.inception()) ? fund.inception() : from;
        return start.isAfter(to)
                ? Optional.empty()
                : start.datesUntil(to.plusDays(1))
                        .filter(date -> !effective.isAfter(valuationPoint(date)) && !recorded.isAfter(knew.apply(date)))
                        .filter(this::isStrikeDay)
                        .findFirst();
    }
}
