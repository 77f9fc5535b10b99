package org.assay.pack.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.CalendarTerms;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.DayEnd;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Manifest;
import org.assay.pack.table.Origins;

/**
 * A small illustrative fund, one of as many as a test or a drill needs: three tokens, one class, two investors. The same
 * seed makes the same pack on every machine.
 *
 * @param seed of its prices and amounts
 * @param market where and when its day ends
 * @param first its inception, and the first day of its prices
 * @param last day of its prices, inclusive
 */
public record SmallFund(String id, long seed, Market market, LocalDate first, LocalDate last) {
    private static final Instant AGREED = Instant.parse("2025-12-01T00:00:00Z");
    private static final String CALENDAR = "FUND";
    private static final List<Market> MARKETS = List.of(
            new Market(
                    "16:00", "America/New_York", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays("2026-01-19")),
            new Market("12:00", "Europe/London", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of()),
            new Market("15:30", "Asia/Tokyo", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays("2026-01-12")),
            new Market("24:00", "Australia/Sydney", List.of(), List.of()));

    /**
     * Where and when a fund's day ends.
     *
     * @param time HH:MM, local
     * @param weekend none for a fund that strikes on every day of the week
     */
    public record Market(String time, String zone, List<DayOfWeek> weekend, List<LocalDate> holidays) {
        public Market {
            weekend = List.copyOf(weekend);
            holidays = List.copyOf(holidays);
        }

        ValuationPoint close() {
            return ValuationPoint.parse(time, ZoneId.of(zone));
        }

        BusinessCalendar calendar() {
            return new BusinessCalendar(CALENDAR, new TreeSet<>(weekend), new TreeSet<>(holidays), new TreeSet<>());
        }
    }

    /** In one of four zones, with January 2026 as its history: {@code ILL-SMALL-0007}. */
    public static SmallFund of(long seed) {
        return new SmallFund(
                String.format(Locale.ROOT, "ILL-SMALL-%04d", seed),
                seed,
                MARKETS.get((int) Math.floorMod(seed, (long) MARKETS.size())),
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 30));
    }

    /** The pack, without results. */
    public FundPack pack() {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        SmallFundLife.TOKENS.forEach(token -> instruments.put(token.id(), token));
        SmallFundLife life = new SmallFundLife(this, new SplittableRandom(seed));
        return new FundPack(
                new Manifest(
                        1, id, true, market.close().on(last).plusSeconds(86_400), Optional.empty(), Optional.empty()),
                terms(),
                instruments,
                List.of(),
                market.holidays().stream().map(SmallFund::closed).toList(),
                life.facts(),
                life.quotes(),
                List.of(),
                Books.empty(),
                Optional.of("Invented for tests and drills by `assay demo --seed %s`; no such fund, no such prices.\n"
                        .formatted(Long.toString(seed))),
                Origins.none());
    }

    private FundFile terms() {
        FundFile demo = IllustrativeTerms.fund();
        return new FundFile(
                id,
                "Illustrative small fund %s".formatted(Long.toString(seed)),
                true,
                demo.regime(),
                first,
                demo.base(),
                List.of(demo.base()),
                demo.rounding(),
                demo.lotRelief(),
                demo.commission(),
                List.of(new Dated<>(first, new DayEnd(market.close(), new BigDecimal("6")))),
                CALENDAR,
                List.of(new CalendarTerms(CALENDAR, market.weekend())),
                Dated.fromTheBeginning(List.of(
                        new Place("BANK", Place.Kind.BANK, Optional.empty(), Optional.empty()),
                        new Place("VAULT", Place.Kind.CUSTODY, Optional.of("BANK"), Optional.empty()))),
                Dated.fromTheBeginning(List.of(new ShareClass(
                        "A",
                        first,
                        new Price(new BigDecimal("100"), demo.base()),
                        4,
                        4,
                        schedule("0.015", DayCount.ACT_365),
                        new DealingFee(List.of(new DealingFee.Step(first, rate("0"))))))),
                Dated.fromTheBeginning(
                        List.of(new CashInterest("BANK", demo.base(), schedule("0.036", DayCount.ACT_360)))),
                demo.prices(),
                demo.staleBlock(),
                demo.expiryWarnDays(),
                List.of(),
                List.of(),
                List.of());
    }

    private RateSchedule schedule(String rate, DayCount dayCount) {
        return new RateSchedule(List.of(new RateSchedule.Step(first, rate(rate), dayCount)));
    }

    private static Rate rate(String rate) {
        return new Rate(new BigDecimal(rate));
    }

    private static CalendarDay closed(LocalDate day) {
        return new CalendarDay(CALENDAR, day, CalendarDay.Status.CLOSED, AGREED, "illustrative");
    }

    private static List<LocalDate> holidays(String date) {
        return List.of(LocalDate.parse(date));
    }
}
