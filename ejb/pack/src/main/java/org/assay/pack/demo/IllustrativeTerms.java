package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.roll.Programme;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.CalendarTerms;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.DayEnd;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.PricePolicies;

/** What the illustrative fund is and may hold. */
final class IllustrativeTerms {
    static final String FUND = "ILL-COMPUTE";
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final LocalDate LAST = LocalDate.of(2026, 5, 29);
    static final Currency USD = new Currency("USD", 2);
    static final Currency EUR = new Currency("EUR", 2);

    static final Token RENDER = new Token("RENDER", "Render (Solana)", USD, 8, true);
    static final Token AKT = new Token("AKT", "Akash", USD, 6, true);
    static final Token TAO = new Token("TAO", "Bittensor", USD, 9, true);
    static final Bill APRIL = new Bill("ILL-BILL-2026-04-02", "Bill due 2 April 2026", USD, date("2026-04-02"), true);
    static final Bill JULY = new Bill("ILL-BILL-2026-07-02", "Bill due 2 July 2026", USD, date("2026-07-02"), true);

    private static final ValuationPoint CLOSE = ValuationPoint.parse("16:00", ZoneId.of("America/New_York"));
    private static final Instant AGREED = Instant.parse("2025-12-01T00:00:00Z");
    private static final YearMonth FIRST_CONTRACT = YearMonth.of(2026, 2);
    private static final int CONTRACTS = 8;
    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Holidays of bank and exchange, 2026. */
    private static final List<LocalDate> BANK_HOLIDAYS =
            List.of(date("2026-01-01"), date("2026-01-19"), date("2026-02-16"), date("2026-05-25"));

    /** Good Friday: the exchange is closed, the fund is not. */
    private static final LocalDate GOOD_FRIDAY = date("2026-04-03");

    private IllustrativeTerms() {}

    static Instant valuationPoint(LocalDate date) {
        return CLOSE.on(date);
    }

    static BusinessCalendar exchange() {
        Set<LocalDate> closed = new TreeSet<>(BANK_HOLIDAYS);
        closed.add(GOOD_FRIDAY);
        return new BusinessCalendar("ILLX", new TreeSet<>(WEEKEND), new TreeSet<>(closed), new TreeSet<>());
    }

    static List<CalendarDay> calendarDays() {
        List<CalendarDay> days = new ArrayList<>();
        for (LocalDate day : BANK_HOLIDAYS) {
            days.add(closed("FUND", day));
            days.add(closed("ILLX", day));
        }
        days.add(closed("ILLX", GOOD_FRIDAY));
        return days;
    }

    static List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>(List.of(RENDER, AKT, TAO, APRIL, JULY));
        all.addAll(contracts());
        return all;
    }

    /** February to September: 1,000 GPU-hours each, last trade on the last business day of the month. */
    static List<Future> contracts() {
        List<Future> chain = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            YearMonth month = FIRST_CONTRACT.plusMonths(i);
            chain.add(new Future(
                    "ILL-H100-" + month,
                    "Illustrative H100 SXM hours, " + month,
                    USD,
                    "ILL-H100",
                    month,
                    UnderlyingUnit.GPU_HOUR,
                    new BigDecimal("1000"),
                    new BigDecimal("0.0005"),
                    "ILLX",
                    Optional.empty(),
                    exchange().plusBusinessDays(month.plusMonths(1).atDay(1), -1),
                    Future.Settlement.CASH,
                    true));
        }
        return chain;
    }

    static FundFile fund() {
        return new FundFile(
                FUND,
                "Illustrative Compute Fund",
                true,
                "none: illustrative",
                FIRST,
                USD,
                List.of(USD, EUR),
                RoundingMode.HALF_UP,
                FundFile.LotRelief.FIFO,
                CommissionPolicy.COST,
                List.of(new Dated<>(FIRST, new DayEnd(CLOSE, new BigDecimal("6")))),
                "FUND",
                List.of(new CalendarTerms("FUND", WEEKEND), new CalendarTerms("ILLX", WEEKEND)),
                List.of(
                        new Place("BANK", Place.Kind.BANK, Optional.empty(), Optional.empty()),
                        new Place("FCM", Place.Kind.FCM, Optional.empty(), Optional.of(rate("0.02"))),
                        new Place("VAULT", Place.Kind.CUSTODY, Optional.of("BANK"), Optional.empty())),
                List.of(shareClass("A", "0.015", "0.0025"), shareClass("I", "0.0075", "0")),
                List.of(
                        new CashInterest("BANK", USD, schedule("0.036", DayCount.ACT_360)),
                        new CashInterest("FCM", USD, schedule("0.03", DayCount.ACT_360))),
                new PricePolicies(
                        policy("0.25", 2, 10), policy("0.15", 5, 20), policy("0.01", 5, 20), Optional.empty()),
                new BigDecimal("0.5"),
                5,
                List.of(new Dated<>(FIRST, programme())),
                List.of());
    }

    private static Programme programme() {
        return new Programme(
                "H100",
                "ILL-H100",
                "FCM",
                8,
                Collections.nCopies(5, new BigDecimal("0.2")),
                List.of("G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z", "F"),
                Programme.Execution.SETTLEMENT,
                2,
                new Money(new BigDecimal("1.25"), USD));
    }

    private static ShareClass shareClass(String code, String fee, String redemptionFee) {
        return new ShareClass(
                code,
                FIRST,
                new Price(new BigDecimal("100"), USD),
                4,
                4,
                schedule(fee, DayCount.ACT_365),
                new DealingFee(List.of(new DealingFee.Step(FIRST, rate(redemptionFee)))));
    }

    private static RateSchedule schedule(String rate, DayCount dayCount) {
        return new RateSchedule(List.of(new RateSchedule.Step(FIRST, rate(rate), dayCount)));
    }

    private static PricePolicy policy(String band, int staleAfterDays, int unchangedAfterDays) {
        return new PricePolicy(rate(band), staleAfterDays, unchangedAfterDays, PricePolicy.Missing.CARRY);
    }

    private static CalendarDay closed(String calendar, LocalDate day) {
        return new CalendarDay(calendar, day, CalendarDay.Status.CLOSED, AGREED, "illustrative");
    }

    private static Rate rate(String rate) {
        return new Rate(new BigDecimal(rate));
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
