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
import java.util.stream.Stream;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FxQuote;
import org.assay.pack.fund.Standing;

/**
 * What is known of a fund, and rows that have not arrived or a change nobody agreed to yet: for who wants to see what they
 * would do before they do.
 */
public final class Supposed implements Knowledge {
    private final Knowledge known;
    private final KnownFacts facts;
    private final Map<String, List<Quote>> quotes = new HashMap<>();
    private final List<FxQuote> rates;
    private final Optional<Standing> standing;

    /** @param standing what the fund would stand on */
    public Supposed(Knowledge known, Standing standing) {
        this(known, List.of(), Optional.of(standing));
    }

    /** @param rows facts, prices and exchange rates; none of them is known yet */
    public Supposed(Knowledge known, List<?> rows) {
        this(known, rows, Optional.empty());
    }

    private Supposed(Knowledge known, List<?> rows, Optional<Standing> standing) {
        this.known = known;
        this.standing = standing;
        facts = new KnownFacts(of(Fact.class, rows));
        of(Quote.class, rows)
                .forEach(quote -> quotes.computeIfAbsent(quote.instrument(), id -> new ArrayList<>())
                        .add(quote));
        rates = of(FxQuote.class, rows);
    }

    private static <T> List<T> of(Class<T> type, List<?> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public FundFile fund() {
        return standing.map(Standing::terms).orElseGet(known::fund);
    }

    @Override
    public List<CalendarDay> calendarDays() {
        return standing.map(Standing::calendarDays).orElseGet(known::calendarDays);
    }

    @Override
    public SortedMap<String, Instrument> instruments() {
        return standing.map(Standing::instruments).orElseGet(known::instruments);
    }

    @Override
    public List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant k) {
        return Stream.concat(
                        known.taken(before, at, k).stream().filter(fact -> !isReplaced(fact, k)),
                        facts.taken(before, at, k).stream())
                .sorted(Fact.ORDER)
                .toList();
    }

    private boolean isReplaced(Fact fact, Instant k) {
        return facts.correctionOf(fact.stamp().id())
                .filter(correction -> !correction.recorded().isAfter(k))
                .isPresent();
    }

    @Override
    public Optional<Instant> knew(LocalDate date) {
        return known.knew(date);
    }

    @Override
    public Optional<Stamp> fact(String id) {
        return facts.stamp(id).or(() -> known.fact(id));
    }

    @Override
    public List<Fact> facts(SortedSet<String> ids) {
        return Stream.concat(ids.stream().flatMap(id -> facts.find(id).stream()), known.facts(ids).stream())
                .toList();
    }

    @Override
    public Optional<Stamp> correctionOf(String id) {
        return facts.correctionOf(id).or(() -> known.correctionOf(id));
    }

    @Override
    public List<Quote> quotes(SortedSet<String> instruments, Instant at, Instant k) {
        Map<String, List<Quote>> all = known.quotes(instruments, at, k).stream()
                .collect(Collectors.groupingBy(Quote::instrument, TreeMap::new, Collectors.toList()));
        quotes.forEach((id, more) -> {
            if (instruments.contains(id)) {
                all.computeIfAbsent(id, none -> new ArrayList<>()).addAll(more);
            }
        });
        List<Quote> newest = new ArrayList<>();
        all.values().forEach(each -> {
            PriceSeries series =
                    new PriceSeries(each.stream().sorted(Quote.ORDER).toList());
            series.newest(at, k).ifPresent(newest::add);
            series.finalPrice(at, k).ifPresent(newest::add);
        });
        return newest;
    }

    @Override
    public SortedMap<Currency, FxQuote> rates(Instant at, Instant k) {
        SortedMap<Currency, FxQuote> newest = new TreeMap<>(known.rates(at, k));
        rates.stream()
                .filter(rate -> !rate.time().isAfter(at) && !rate.recorded().isAfter(k))
                .forEach(rate -> newest.merge(
                        rate.currency(), rate, (one, other) -> one.time().isAfter(other.time()) ? one : other));
        return newest;
    }
}
