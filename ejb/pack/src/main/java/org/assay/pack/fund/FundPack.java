package org.assay.pack.fund;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.table.Origins;

/**
 * A fund with everything that is known of it. The lists are in an order of their own, so that the order of rows in a
 * file means nothing.
 *
 * @param instruments by id
 * @param opening the books it starts from; empty at inception
 * @param readme what a person wrote about it, kept as it is
 * @param origins where all of it came from
 */
public record FundPack(
        Manifest manifest,
        FundFile fund,
        SortedMap<String, Instrument> instruments,
        List<Identifier> identifiers,
        List<CalendarDay> calendarDays,
        List<Fact> facts,
        List<Quote> quotes,
        List<FxQuote> rates,
        Books opening,
        Optional<String> readme,
        Origins origins) {
    public FundPack {
        instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
        identifiers = List.copyOf(identifiers);
        calendarDays = List.copyOf(calendarDays);
        facts = facts.stream().sorted(Fact.ORDER).toList();
        quotes = quotes.stream().sorted(Quote.ORDER).toList();
        rates = rates.stream().sorted(FxQuote.ORDER).toList();
    }

    /** The same fund under another manifest: sealed, or as evidence. */
    public FundPack with(Manifest other) {
        return new FundPack(
                other, fund, instruments, identifiers, calendarDays, facts, quotes, rates, opening, readme, origins);
    }
}
