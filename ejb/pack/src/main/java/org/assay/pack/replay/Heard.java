package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FxQuote;

/** Remembers what was told of what is known: for who keeps all that a strike asked for. */
class Heard implements Knowledge {
    private final Knowledge known;
    private final Set<Quote> quotes = new LinkedHashSet<>();
    private final Set<FxQuote> rates = new LinkedHashSet<>();
    private final SortedMap<LocalDate, Instant> knew = new TreeMap<>();

    Heard(Knowledge known) {
        this.known = known;
    }

    List<Quote> quotes() {
        return List.copyOf(quotes);
    }

    List<FxQuote> rates() {
        return List.copyOf(rates);
    }

    SortedMap<LocalDate, Instant> knew() {
        return Collections.unmodifiableSortedMap(knew);
    }

    @Override
    public FundFile fund() {
        return known.fund();
    }

    @Override
    public List<CalendarDay> calendarDays() {
        return known.calendarDays();
    }

    @Override
    public SortedMap<String, Instrument> instruments() {
        return known.instruments();
    }

    @Override
    public List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant k) {
        return known.taken(before, at, k);
    }

    @Override
    public Optional<Instant> knew(LocalDate date) {
        Optional<Instant> then = known.knew(date);
        then.ifPresent(moment -> knew.put(date, moment));
        return then;
    }

    @Override
    public Optional<Stamp> fact(String id) {
        return known.fact(id);
    }

    @Override
    public List<Fact> facts(SortedSet<String> ids) {
        return known.facts(ids);
    }

    @Override
    public Optional<Stamp> correctionOf(String id) {
        return known.correctionOf(id);
    }

    @Override
    public List<Quote> quotes(SortedSet<String> instruments, Instant at, Instant k) {
        List<Quote> newest = known.quotes(instruments, at, k);
        quotes.addAll(newest);
        return newest;
    }

    @Override
    public SortedMap<Currency, FxQuote> rates(Instant at, Instant k) {
        SortedMap<Currency, FxQuote> newest = known.rates(at, k);
        rates.addAll(newest.values());
        return newest;
    }
}
