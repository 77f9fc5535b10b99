package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.FxQuote;

/**
 * Prices from a seed. A price walks by parts per ten thousand of itself, the sum of three even draws, in whole units of its
 * last decimal; tokens on every day of the week, the rest on exchange days.
 */
final class IllustrativeMarket {
    private static final LocalDate HISTORY = IllustrativeTerms.FIRST.minusDays(4);
    private static final long RECORDED_AFTER_SECONDS = 1_200;
    private static final BigDecimal BILL_YIELD = new BigDecimal("0.0364");
    private static final BigDecimal DAYS_IN_YEAR = new BigDecimal("360");

    /** One month further out costs this much more, in parts per ten thousand. */
    private static final int CARRY_PER_MONTH = 40;

    private static final Map<String, String> EVIDENCE = Map.of(
            "TAO 2026-04-14",
            "fall confirmed at three venues; illustrative evidence, ticket ILL-17, second person C. Demo");

    private final SplittableRandom random;
    private final BusinessCalendar exchange = IllustrativeTerms.exchange();
    private final List<Quote> quotes = new ArrayList<>();
    private final List<FxQuote> rates = new ArrayList<>();
    private final SortedMap<LocalDate, BigDecimal> index = new TreeMap<>();

    IllustrativeMarket(long seed) {
        random = new SplittableRandom(seed);
        token(IllustrativeTerms.RENDER, 75_000, 4, 170, Map.of(LocalDate.of(2026, 2, 24), 2_700));
        token(IllustrativeTerms.AKT, 32_000, 4, 160, Map.of());
        token(IllustrativeTerms.TAO, 42_000, 2, 150, Map.of(LocalDate.of(2026, 4, 14), -2_800));
        index();
        IllustrativeTerms.contracts().forEach(this::future);
        bill(IllustrativeTerms.APRIL);
        bill(IllustrativeTerms.JULY);
        euro();
    }

    List<Quote> quotes() {
        return quotes;
    }

    List<FxQuote> rates() {
        return rates;
    }

    /** What somebody could have traded at on a day: its close, or the settlement of a future. */
    BigDecimal on(LocalDate date, Instrument instrument) {
        return quotes.stream()
                .filter(quote -> quote.instrument().equals(instrument.id())
                        && quote.date().equals(date)
                        && quote.kind() != Quote.Kind.FINAL)
                .findFirst()
                .map(quote -> quote.price().perUnit().stripTrailingZeros())
                .orElseThrow();
    }

    private void token(Token token, long start, int decimals, int step, Map<LocalDate, Integer> jumps) {
        long price = start;
        for (LocalDate day = HISTORY; !day.isAfter(IllustrativeTerms.LAST); day = day.plusDays(1)) {
            price = moved(price, jumps.getOrDefault(day, walk(step)));
            if (!isLost(token, day)) {
                quote(token, day, Quote.Kind.CLOSE, BigDecimal.valueOf(price, decimals));
            }
        }
    }

    /** The vendor of AKT falls silent for a week's end. */
    private static boolean isLost(Token token, LocalDate day) {
        return token.equals(IllustrativeTerms.AKT)
                && !day.isBefore(LocalDate.of(2026, 3, 17))
                && !day.isAfter(LocalDate.of(2026, 3, 20));
    }

    /** USD per H100-hour, four decimals. */
    private void index() {
        long price = 23_800;
        for (LocalDate day = HISTORY; !day.isAfter(IllustrativeTerms.LAST); day = day.plusDays(1)) {
            if (exchange.isBusinessDay(day)) {
                price = moved(price, walk(60));
                index.put(day, BigDecimal.valueOf(price, 4));
            }
        }
    }

    private void future(Future future) {
        index.forEach((day, spot) -> {
            if (!day.isAfter(future.lastTrade())) {
                long months = ChronoUnit.MONTHS.between(YearMonth.from(day), future.contractMonth());
                long carry = 10_000 + CARRY_PER_MONTH * months;
                BigDecimal exact = spot.multiply(BigDecimal.valueOf(carry, 4));
                quote(future, day, Quote.Kind.SETTLEMENT, onTick(exact, future.tick()));
            }
        });
        if (!future.lastTrade().isAfter(IllustrativeTerms.LAST)) {
            quote(future, future.lastTrade(), Quote.Kind.FINAL, meanOf(future.contractMonth()));
        }
    }

    /** The mean of the month's daily prints, four decimals HALF_UP: how ILL-H100 settles. */
    private BigDecimal meanOf(YearMonth month) {
        List<BigDecimal> prints = List.copyOf(
                index.subMap(month.atDay(1), month.plusMonths(1).atDay(1)).values());
        return prints.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(prints.size()), 4, RoundingMode.HALF_UP);
    }

    private void bill(Bill bill) {
        for (LocalDate day : index.keySet()) {
            price(bill, day);
        }
        // The fund strikes on Good Friday, and bills are quoted on it.
        price(bill, LocalDate.of(2026, 4, 3));
    }

    private void price(Bill bill, LocalDate day) {
        if (day.isBefore(bill.maturity())) {
            BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(day, bill.maturity()));
            BigDecimal noise = BigDecimal.valueOf(random.nextInt(-30, 31), 6);
            BigDecimal discount = BILL_YIELD.add(noise).multiply(days).divide(DAYS_IN_YEAR, 6, RoundingMode.HALF_UP);
            quote(bill, day, Quote.Kind.CLOSE, BigDecimal.ONE.subtract(discount));
        }
    }

    private void euro() {
        long rate = 108_250;
        for (LocalDate day = HISTORY; !day.isAfter(IllustrativeTerms.LAST); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                rate = moved(rate, walk(20));
                Instant time = IllustrativeTerms.valuationPoint(day);
                rates.add(new FxQuote(
                        IllustrativeTerms.EUR,
                        day,
                        time,
                        new Rate(BigDecimal.valueOf(rate, 5)),
                        "illustrative",
                        time.plusSeconds(RECORDED_AFTER_SECONDS)));
            }
        }
    }

    private void quote(Instrument instrument, LocalDate day, Quote.Kind kind, BigDecimal price) {
        Instant time = IllustrativeTerms.valuationPoint(day);
        quotes.add(new Quote(
                instrument.id(),
                day,
                kind,
                time,
                new Price(price, instrument.currency()),
                "illustrative",
                time.plusSeconds(RECORDED_AFTER_SECONDS),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(EVIDENCE.get(instrument.id() + " " + day))));
    }

    private int walk(int step) {
        return random.nextInt(-step, step + 1) + random.nextInt(-step, step + 1) + random.nextInt(-step, step + 1);
    }

    private static long moved(long price, int partsPerTenThousand) {
        return price + price * partsPerTenThousand / 10_000;
    }

    private static BigDecimal onTick(BigDecimal exact, BigDecimal tick) {
        return exact.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
    }
}
