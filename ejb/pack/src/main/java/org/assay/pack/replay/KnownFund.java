package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.FundTerms;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.pricing.Spot;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.StrikeRange;

/**
 * Selects from everything known of a fund what one strike may know. The same day, knowledge and books give the same
 * inputs, whatever came in since.
 */
public final class KnownFund {
    private final Knowledge knowledge;
    private final KnownCalendars calendars;
    private final Schedule schedule;
    /** The one strike that knew otherwise than a scheduled one does. */
    private final Optional<StrikeRange> asked;
    /** What ends, by its last day; the rest never does. */
    private final NavigableMap<LocalDate, List<Instrument>> ending = new TreeMap<>();

    private final List<Instrument> lasting = new ArrayList<>();

    private KnownFund(Knowledge knowledge, Optional<Instant> known, Optional<StrikeRange> asked) {
        this.knowledge = knowledge;
        this.asked = asked;
        calendars = new KnownCalendars(knowledge.fund().calendars(), knowledge.calendarDays());
        schedule = new Schedule(knowledge.fund(), calendars, known);
        for (Instrument instrument : knowledge.instruments().values()) {
            lastDay(instrument)
                    .map(day -> ending.computeIfAbsent(day, key -> new ArrayList<>()))
                    .orElse(lasting)
                    .add(instrument);
        }
    }

    /** @param known what every strike knows; absent when each knows what a scheduled one does, or the pack's own one did */
    public static KnownFund of(FundPack pack, Optional<Instant> known) {
        Optional<StrikeRange> asked = pack.manifest()
                .strikes()
                .filter(strikes -> known.isEmpty() && strikes.single().isPresent());
        return new KnownFund(new PackKnowledge(pack), known, asked);
    }

    /** The same, wherever what is known is kept. */
    public static KnownFund of(Knowledge knowledge, Optional<Instant> known) {
        return new KnownFund(knowledge, known, Optional.empty());
    }

    /** What it selects from. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** When this fund strikes. */
    public Schedule schedule() {
        return schedule;
    }

    /** All calendars as they were known at a moment, by id. */
    public SortedMap<String, BusinessCalendar> calendars(Instant at) {
        return calendars.at(at);
    }

    /** @throws FundException NOT_A_STRIKE_DAY, when the fund does not strike on this date or has struck it already */
    public NavInputs on(LocalDate date, Books opening) {
        checkDate(date, opening);
        return on(date, known(date, opening), opening);
    }

    /**
     * K of a scheduled strike: what its day may know, and never less than the strike it goes on from. One that somebody asked for
     * days later has taken what was known by then; if the next day knew less, some day after it would take the same again.
     */
    public Instant known(LocalDate date, Books opening) {
        Instant scheduled = asked.filter(strike -> strike.to().equals(date))
                .flatMap(StrikeRange::known)
                .orElseGet(() -> schedule.known(date));
        return opening.struck()
                .map(Books.Struck::known)
                .filter(scheduled::isBefore)
                .orElse(scheduled);
    }

    /**
     * The same for a strike that was asked for, or replays a day.
     *
     * @param known K
     */
    public NavInputs on(LocalDate date, Instant known, Books opening) {
        checkDate(date, opening);
        Instant at = schedule.valuationPoint(date);
        List<Fact> taken = knowledge.taken(opening.struck(), at, known);
        LocalDate lastStrike = opening.struck().map(Books.Struck::date).orElse(date);
        List<Quote> quotes = knowledge.quotes(priced(opening, taken, lastStrike), at, known);
        SortedSet<String> needed = mentioned(opening, taken);
        quotes.forEach(quote -> needed.add(quote.instrument()));
        FundTerms terms = knowledge.fund().on(date);
        NavigableMap<String, Instrument> instruments = new TreeMap<>();
        needed.stream()
                .filter(knowledge.instruments()::containsKey)
                .forEach(id -> instruments.put(id, knowledge.instruments().get(id)));
        return new NavInputs(
                date,
                at,
                known,
                terms,
                opening,
                taken,
                struckAlready(taken, opening.struck()),
                quotes,
                rates(at, known),
                instruments,
                calendars.at(known),
                earlierQuotes(unpriced(date, opening, taken, quotes), terms, known));
    }

    /**
     * Of the proxy of each thing held whose price of the day is missing: what a strike of the day it was last priced would
     * have used, as it is known by K.
     */
    private List<Quote> earlierQuotes(SortedMap<String, LocalDate> unpriced, FundTerms terms, Instant known) {
        Set<Quote> earlier = new LinkedHashSet<>();
        unpriced.forEach((id, last) -> {
            Optional<String> proxy = Optional.ofNullable(terms.proxies().get(id));
            boolean estimates = terms.prices(knowledge.instruments().get(id)).missing() == Missing.ESTIMATE;
            proxy.filter(by -> estimates).ifPresent(by -> earlier.addAll(asOf(last, by, known)));
        });
        return List.copyOf(earlier);
    }

    private List<Quote> asOf(LocalDate day, String proxy, Instant known) {
        if (day.isBefore(knowledge.fund().inception())) {
            return List.of();
        }
        return knowledge.quotes(new TreeSet<>(Set.of(proxy)), schedule.valuationPoint(day), known).stream()
                .filter(quote ->
                        quote.kind() != Quote.Kind.FINAL && quote.date().equals(day))
                .toList();
    }

    /** What is held, or traded today, and was last priced on an earlier day, with that day. */
    private static SortedMap<String, LocalDate> unpriced(
            LocalDate date, Books opening, List<Fact> taken, List<Quote> quotes) {
        SortedMap<String, LocalDate> last = new TreeMap<>();
        opening.marks().forEach(mark -> last.put(mark.instrument(), mark.date()));
        quotes.stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .forEach(quote -> last.put(quote.instrument(), quote.date()));
        Set<String> held = new TreeSet<>();
        opening.lots().forEach(lot -> held.add(lot.instrument()));
        trades(taken).forEach(trade -> held.add(trade.instrument()));
        last.keySet().retainAll(held);
        last.values().removeIf(day -> !day.isBefore(date));
        return last;
    }

    void checkDate(LocalDate date, Books opening) {
        boolean isStruck =
                opening.struck().filter(struck -> !date.isAfter(struck.date())).isPresent();
        if (isStruck || !schedule.isStrikeDay(date)) {
            String expected = isStruck
                    ? "a day after %s, which these books closed"
                            .formatted(opening.struck().orElseThrow().date())
                    : "a business day of calendar %s from the inception on, %s"
                            .formatted(
                                    knowledge.fund().calendar(),
                                    knowledge.fund().inception());
            throw new FundException(
                    ErrorCode.NOT_A_STRIKE_DAY, knowledge.fund().fund(), "date", date.toString(), expected);
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

    /** Facts that one of {@code taken} replaces although an earlier strike took them. */
    private SortedSet<String> struckAlready(List<Fact> taken, Optional<Books.Struck> before) {
        SortedSet<String> struck = new TreeSet<>();
        for (Fact fact : taken) {
            fact.stamp()
                    .corrects()
                    .flatMap(knowledge::fact)
                    .filter(replaced -> before.isPresent() && wasTaken(replaced, before.get()))
                    .ifPresent(replaced -> struck.add(replaced.id()));
        }
        return struck;
    }

    /** It was not, when the strike that would have taken it knew its replacement already. */
    private boolean wasTaken(Stamp replaced, Books.Struck before) {
        return before.took(replaced.effective(), replaced.recorded())
                && schedule.takes(replaced.effective(), replaced.recorded(), before.date(), this::knew)
                        .filter(date -> isReplaced(replaced.id(), knew(date)))
                        .isEmpty();
    }

    private Instant knew(LocalDate date) {
        return knowledge.knew(date).orElseGet(() -> schedule.known(date));
    }

    private boolean isReplaced(String id, Instant known) {
        return knowledge
                .correctionOf(id)
                .filter(correction -> !correction.recorded().isAfter(known))
                .isPresent();
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
        knowledge
                .rates(at, known)
                .forEach((currency, newest) -> spot.put(
                        currency,
                        new Spot(new FxRate(currency, knowledge.fund().base(), newest.rate()), newest.date())));
        return spot;
    }
}
