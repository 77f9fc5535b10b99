package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.FxQuote;

/**
 * Invented prices, drawn from one stream of whole numbers that the JDK specifies: the same on every machine, as long as
 * the series are asked for in the same order.
 *
 * <p>A price moves by parts per ten thousand of itself, in whole units of its last decimal; tokens on every day of the week,
 * the rest on exchange days.
 */
final class Market {
    private static final long RECORDED_AFTER_SECONDS = 1_200;
    private static final BigDecimal BILL_YIELD = new BigDecimal("0.0364");
    private static final BigDecimal DAYS_IN_YEAR = new BigDecimal("360");
    private static final String SOURCE = "illustrative";

    /** One month further out costs this much more, in parts per ten thousand. */
    private static final int CARRY_PER_MONTH = 40;

    private final SplittableRandom random;
    private final BusinessCalendar exchange;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, String> evidence;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<FxQuote> rates = new ArrayList<>();
    private final SortedMap<LocalDate, BigDecimal> index = new TreeMap<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();

    /**
     * @param from first day of its prices
     * @param to last day of its prices
     * @param evidence why an odd price stands, by {@link #key}
     */
    Market(long seed, BusinessCalendar exchange, LocalDate from, LocalDate to, Map<String, String> evidence) {
        random = new SplittableRandom(seed);
        this.exchange = exchange;
        this.from = from;
        this.to = to;
        this.evidence = evidence;
    }

    List<Quote> quotes() {
        return quotes;
    }

    List<FxQuote> rates() {
        return rates;
    }

    /** The days on which the index was printed, once there is one: all exchange days. */
    Collection<LocalDate> exchangeDays() {
        return List.copyOf(index.keySet());
    }

    /** What somebody could have traded at on a day: its close, or the settlement of a future. */
    BigDecimal on(LocalDate date, Instrument instrument) {
        return Optional.ofNullable(prices.get(key(instrument.id(), date))).orElseThrow();
    }

    /** Base currency for one unit of a currency, of that day. */
    BigDecimal rate(LocalDate date, Currency currency) {
        return rates.stream()
                .filter(quote ->
                        quote.currency().equals(currency) && quote.date().equals(date))
                .map(quote -> quote.rate().fraction())
                .findFirst()
                .orElseThrow();
    }

    /** From 0 up to a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The sum of three even draws: its standard deviation is about one step. Parts per ten thousand. */
    int walk(int step) {
        return random.nextInt(-step, step + 1) + random.nextInt(-step, step + 1) + random.nextInt(-step, step + 1);
    }

    /**
     * @param start price before the first day, in units of the last decimal
     * @param moves of each day, parts per ten thousand; asked once a day and in order
     */
    void token(Token token, long start, int decimals, ToIntFunction<LocalDate> moves) {
        long price = start;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            price = moved(price, moves.applyAsInt(day));
            quote(token, day, Quote.Kind.CLOSE, BigDecimal.valueOf(price, decimals));
        }
    }

    /** What futures settle to, USD, four decimals. */
    void index(long start, ToIntFunction<LocalDate> moves) {
        long price = start;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (exchange.isBusinessDay(day)) {
                price = moved(price, moves.applyAsInt(day));
                index.put(day, BigDecimal.valueOf(price, 4));
            }
        }
    }

    /** @param listed first day on which it settles */
    void future(Future future, LocalDate listed) {
        index.tailMap(listed).forEach((day, spot) -> {
            if (!day.isAfter(future.lastTrade())) {
                long months = ChronoUnit.MONTHS.between(YearMonth.from(day), future.contractMonth());
                long carry = 10_000 + CARRY_PER_MONTH * months;
                BigDecimal exact = spot.multiply(BigDecimal.valueOf(carry, 4));
                quote(future, day, Quote.Kind.SETTLEMENT, onTick(exact, future.tick()));
            }
        });
        if (!future.lastTrade().isAfter(to)) {
            quote(future, future.lastTrade(), Quote.Kind.FINAL, meanOf(future.contractMonth()));
        }
    }

    /** The mean of the month's daily prints, four decimals HALF_UP. */
    private BigDecimal meanOf(YearMonth month) {
        List<BigDecimal> prints = List.copyOf(
                index.subMap(month.atDay(1), month.plusMonths(1).atDay(1)).values());
        return prints.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(prints.size()), 4, RoundingMode.HALF_UP);
    }

    /** Quoted on these days, as long as it lives. */
    void bill(Bill bill, Collection<LocalDate> days) {
        for (LocalDate day : days) {
            if (day.isBefore(bill.maturity())) {
                BigDecimal left = BigDecimal.valueOf(ChronoUnit.DAYS.between(day, bill.maturity()));
                BigDecimal noise = BigDecimal.valueOf(random.nextInt(-30, 31), 6);
                BigDecimal discount =
                        BILL_YIELD.add(noise).multiply(left).divide(DAYS_IN_YEAR, 6, RoundingMode.HALF_UP);
                quote(bill, day, Quote.Kind.CLOSE, BigDecimal.ONE.subtract(discount));
            }
        }
    }

    /** @param start rate before the first day, in units of the fifth decimal */
    void currency(Currency currency, long start, int step) {
        long rate = start;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                rate = moved(rate, walk(step));
                Instant time = TermParts.CLOSE.on(day);
                rates.add(new FxQuote(
                        currency,
                        day,
                        time,
                        new Rate(BigDecimal.valueOf(rate, 5)),
                        SOURCE,
                        time.plusSeconds(RECORDED_AFTER_SECONDS)));
            }
        }
    }

    private void quote(Instrument instrument, LocalDate day, Quote.Kind kind, BigDecimal price) {
        Instant time = TermParts.CLOSE.on(day);
        if (kind != Quote.Kind.FINAL) {
            prices.put(key(instrument.id(), day), price.stripTrailingZeros());
        }
        quotes.add(new Quote(
                instrument.id(),
                day,
                kind,
                time,
                new Price(price, instrument.currency()),
                SOURCE,
                time.plusSeconds(RECORDED_AFTER_SECONDS),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(evidence.get(key(instrument.id(), day)))));
    }

    /** What is said of an instrument and a day is kept under. */
    static String key(String instrument, LocalDate day) {
        return instrument + " " + day;
    }

    private static long moved(long price, int partsPerTenThousand) {
        return price + price * partsPerTenThousand / 10_000;
    }

    private static BigDecimal onTick(BigDecimal exact, BigDecimal tick) {
        return exact.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
    }
}
