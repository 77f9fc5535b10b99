package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.pricing.Spot;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FxQuote;

/**
 * Selects from everything a pack knows what one strike may know. Pure: the same day, knowledge and books give the same
 * inputs, whatever came into the pack since.
 */
public final class KnownFund {
    private final FundPack pack;
    private final KnownCalendars calendars;
    private final Schedule schedule;
    private final KnownFacts facts;
    private final Map<String, PriceSeries> prices;
    private final SortedMap<Currency, Sorted<FxQuote>> rates = new TreeMap<>();
    /** What ends, by its last day; the rest never does. */
    private final NavigableMap<LocalDate, List<Instrument>> ending = new TreeMap<>();

    private final List<Instrument> lasting = new ArrayList<>();

    private KnownFund(FundPack pack, Optional<Instant> known) {
        this.pack = pack;
        calendars = new KnownCalendars(pack.fund().calendars(), pack.calendarDays());
        schedule = new Schedule(pack.fund(), calendars, known);
        facts = new KnownFacts(pack.facts());
        prices = pack.quotes().stream()
                .collect(Collectors.groupingBy(
                        Quote::instrument,
                        HashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), PriceSeries::new)));
        pack.rates().stream()
                .collect(Collectors.groupingBy(FxQuote::currency))
                .forEach((currency, quotes) -> rates.put(currency, new Sorted<>(quotes, FxQuote::time)));
        for (Instrument instrument : pack.instruments().values()) {
            lastDay(instrument)
                    .map(day -> ending.computeIfAbsent(day, key -> new ArrayList<>()))
                    .orElse(lasting)
                    .add(instrument);
        }
    }

    /** @param known what every strike knows; absent when each knows what a scheduled one does */
    public static KnownFund of(FundPack pack, Optional<Instant> known) {
        return new KnownFund(pack, known);
    }

    /** When this fund strikes. */
    public Schedule schedule() {
        return schedule;
    }

    /** @throws FundException NOT_A_STRIKE_DAY, when the fund does not strike on this date or has struck it already */
    public NavInputs on(LocalDate date, Books opening) {
        checkDate(date, opening);
        Instant at = schedule.valuationPoint(date);
        Instant known = schedule.known(date);
        List<Fact> taken = facts.taken(opening.struck(), at, known);
        LocalDate lastStrike = opening.struck().map(Books.Struck::date).orElse(date);
        List<Quote> quotes = quotes(priced(opening, taken, lastStrike), at, known);
        SortedSet<String> needed = mentioned(opening, taken);
        quotes.forEach(quote -> needed.add(quote.instrument()));
        NavigableMap<String, Instrument> instruments = new TreeMap<>();
        needed.stream()
                .filter(pack.instruments()::containsKey)
                .forEach(id -> instruments.put(id, pack.instruments().get(id)));
        return new NavInputs(
                date,
                at,
                known,
                pack.fund().on(date),
                opening,
                taken,
                facts.struckAlready(taken, opening.struck(), schedule),
                quotes,
                rates(at, known),
                instruments,
                calendars.at(known));
    }

    void checkDate(LocalDate date, Books opening) {
        boolean isStruck =
                opening.struck().filter(struck -> !date.isAfter(struck.date())).isPresent();
        if (isStruck || !schedule.isStrikeDay(date)) {
            String expected = isStruck
                    ? "a day after %s, which these books closed"
                            .formatted(opening.struck().orElseThrow().date())
                    : "a business day of calendar %s from the inception on, %s"
                            .formatted(pack.fund().calendar(), pack.fund().inception());
            throw new FundException(ErrorCode.NOT_A_STRIKE_DAY, pack.fund().fund(), "date", date.toString(), expected);
        }
    }

    /**
     * What is held or traded, and what has not ended before the last strike. A contract listed later has no quote yet,
     * so it does not change the inputs of today.
     */
    private SortedSet<String> priced(Books opening, List<Fact> taken, LocalDate lastStrike) {
        SortedSet<String> ids = new TreeSet<>();
        lasting.forEach(instrument -> ids.add(instrument.id()));
        ending.tailMap(lastStrike, true).values().forEach(live -> live.forEach(instrument -> ids.add(instrument.id())));
        opening.lots().forEach(lot -> ids.add(lot.instrument()));
        trades(taken).forEach(trade -> ids.add(trade.instrument()));
        return ids;
    }

    private List<Quote> quotes(SortedSet<String> ids, Instant at, Instant known) {
        List<Quote> quotes = new ArrayList<>();
        for (String id : ids) {
            Optional.ofNullable(prices.get(id)).ifPresent(series -> {
                series.newest(at, known).ifPresent(quotes::add);
                series.finalPrice(at, known).ifPresent(quotes::add);
            });
        }
        return quotes;
    }

    private static Optional<LocalDate> lastDay(Instrument instrument) {
        if (instrument instanceof Future future) {
            return Optional.of(future.lastTrade());
        }
        return instrument instanceof Bill bill ? Optional.of(bill.maturity()) : Optional.empty();
    }

    private static SortedSet<String> mentioned(Books opening, List<Fact> taken) {
        NavigableSet<String> ids = new TreeSet<>();
        opening.lots().forEach(lot -> ids.add(lot.instrument()));
        opening.margins().forEach(account -> ids.add(account.instrument()));
        opening.balances().forEach(balance -> balance.key().tag().instrument().ifPresent(ids::add));
        opening.dues().forEach(due -> due.claimTag().instrument().ifPresent(ids::add));
        trades(taken).forEach(trade -> ids.add(trade.instrument()));
        return ids;
    }

    private static List<Trade> trades(List<Fact> facts) {
        return facts.stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .toList();
    }

    private SortedMap<Currency, Spot> rates(Instant at, Instant known) {
        SortedMap<Currency, Spot> spot = new TreeMap<>();
        rates.forEach((currency, quotes) -> {
            List<FxQuote> byTime = quotes.upTo(at);
            for (int i = byTime.size() - 1; i >= 0; i--) {
                if (!byTime.get(i).recorded().isAfter(known)) {
                    FxQuote newest = byTime.get(i);
                    FxRate rate = new FxRate(currency, pack.fund().base(), newest.rate());
                    spot.put(currency, new Spot(rate, newest.date()));
                    return;
                }
            }
        });
        return spot;
    }
}
