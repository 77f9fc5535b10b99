package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FxQuote;

/**
 * Where everything known of a fund is kept: a pack in memory, or the database. Asked the same, both answer the same, so
 * a NAV does not depend on where it is struck.
 */
public interface Knowledge {
    /** The terms over all days. */
    FundFile fund();

    /** All that was ever said of the fund's calendars. */
    List<CalendarDay> calendarDays();

    /** By id. */
    SortedMap<String, Instrument> instruments();

    /**
     * The facts a strike takes: effective by {@code at}, recorded by {@code known}, not taken by the strike before, and
     * not replaced by anything known.
     *
     * @param before the strike that closed the opening books
     */
    List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant known);

    /** K of the strike that was made of this day, in the line of history that is continued; absent when none was kept. */
    Optional<Instant> knew(LocalDate date);

    /** A fact's head, whenever it was recorded. */
    Optional<Stamp> fact(String id);

    /** Facts whole, whenever they were recorded; an id that is none is left out. */
    List<Fact> facts(SortedSet<String> ids);

    /** The head of what corrects a fact; it is one at most. */
    Optional<Stamp> correctionOf(String id);

    /**
     * The newest close or settlement of each instrument by {@code at}, in its version last recorded by {@code known},
     * and likewise the final price of a contract that ended.
     */
    List<Quote> quotes(SortedSet<String> instruments, Instant at, Instant known);

    /** The newest rate of each currency by {@code at}, in its version last recorded by {@code known}. */
    SortedMap<Currency, FxQuote> rates(Instant at, Instant known);
}
