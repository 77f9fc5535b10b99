package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
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
