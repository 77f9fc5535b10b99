package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FxQuote;
import org.assay.pack.fund.SingleStrike;
import org.assay.pack.fund.StrikeRange;

/** A pack in memory, in the orders its questions need. */
final class PackKnowledge implements Knowledge {
    private final FundPack pack;
    private final KnownFacts facts;
    private final Map<String, PriceSeries> prices;
    private final SortedMap<Currency, Sorted<FxQuote>> rates = new TreeMap<>();

    PackKnowledge(FundPack pack) {
        this.pack = pack;
        facts = new KnownFacts(pack.facts());
        prices = pack.quotes().stream()
                .collect(Collectors.groupingBy(
                        Quote::instrument,
                        HashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), PriceSeries::new)));
        pack.rates().stream()
                .collect(Collectors.groupingBy(FxQuote::currency))
                .forEach((currency, quotes) -> rates.put(currency, new Sorted<>(quotes, FxQuote::time)));
    }

    @Override
    public FundFile fund() {
        return pack.fund();
    }

    @Override
    public List<CalendarDay> calendarDays() {
        return pack.calendarDays();
    }

    @Override
    public SortedMap<String, Instrument> instruments() {
        return pack.instruments();
    }

    @Override
    public List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant known) {
        return facts.taken(before, at, known);
    }

    /** A pack keeps no strikes: each knew what a scheduled one does, where the pack of a single strike does not say otherwise. */
    @Override
    public Optional<Instant> knew(LocalDate date) {
        return pack.manifest().strikes().flatMap(StrikeRange::single).stream()
                .flatMap(single -> single.knew().stream())
                .filter(knew -> knew.date().equals(date))
                .map(SingleStrike.Knew::known)
                .findFirst();
    }

    @Override
    public List<Fact> facts(SortedSet<String> ids) {
        return ids.stream().flatMap(id -> facts.find(id).stream()).toList();
    }

    @Override
    public Optional<Stamp> fact(String id) {
        return facts.stamp(id);
    }

    @Override
    public Optional<Stamp> correctionOf(String id) {
        return facts.correctionOf(id);
    }

    @Override
    public List<Quote> quotes(SortedSet<String> instruments, Instant at, Instant known) {
        List<Quote> quotes = new ArrayList<>();
        for (String id : instruments) {
            Optional.ofNullable(prices.get(id)).ifPresent(series -> {
                series.newest(at, known).ifPresent(quotes::add);
                series.finalPrice(at, known).ifPresent(quotes::add);
            });
        }
        return quotes;
    }

    @Override
    public SortedMap<Currency, FxQuote> rates(Instant at, Instant known) {
        SortedMap<Currency, FxQuote> newest = new TreeMap<>();
        rates.forEach(
                (currency, quotes) -> quotes.last(at, quote -> !quote.recorded().isAfter(known))
                        .ifPresent(quote -> newest.put(currency, quote)));
        return newest;
    }
}
