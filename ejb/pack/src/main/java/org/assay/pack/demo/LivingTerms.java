package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.pricing.RatePolicy;
import org.assay.kernel.roll.Programme;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.CalendarTerms;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.DayEnd;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.PricePolicies;

/** What the three funds of the living demo are and may hold. Every name is invented. */
final class LivingTerms {
    static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    static final Currency USD = IllustrativeTerms.USD;
    static final Currency EUR = IllustrativeTerms.EUR;

    static final Token QUERN = new Token("ILL-QUERN", "Illustrative Quern, rendering", USD, 8, true);
    static final Token SKEIN = new Token("ILL-SKEIN", "Illustrative Skein, inference", USD, 6, true);
    static final Token LODE = new Token("ILL-LODE", "Illustrative Lode, training data", USD, 9, true);
    static final Token WICK = new Token("ILL-WICK", "Illustrative Wick, agents", USD, 18, true);

    static final String TOKENS = "ILL-TOKENS";
    static final String ETF = "ILL-CETF";
    static final String BALANCED = "ILL-BALANCED";

    /** The balanced fund's account in euro. */
    static final String EURO_BANK = "BANK-EUR";

    /** Good Friday: the exchange is closed, the funds are not. */
    static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);

    static final Programme PROGRAMME = TermParts.programme("CX", "ILL-CX", USD);

    private static final String FUND_CALENDAR = "FUND";
    private static final String EXCHANGE_CALENDAR = "ILLX";
    private static final Instant AGREED = Instant.parse("2025-06-01T00:00:00Z");

    /** Of banks, exchange and funds. */
    private static final List<LocalDate> HOLIDAYS = Stream.of(
                    "2025-07-04",
                    "2025-09-01",
                    "2025-11-27",
                    "2025-12-25",
                    "2026-01-01",
                    "2026-01-19",
                    "2026-02-16",
                    "2026-05-25",
                    "2026-06-19")
            .map(LocalDate::parse)
            .toList();

    private static final BusinessCalendar EXCHANGE = new BusinessCalendar(
            EXCHANGE_CALENDAR,
            new TreeSet<>(TermParts.WEEKEND),
            new TreeSet<>(
                    Stream.concat(HOLIDAYS.stream(), Stream.of(GOOD_FRIDAY)).toList()),
            new TreeSet<>());

    private LivingTerms() {}

    static BusinessCalendar exchange() {
        return EXCHANGE;
    }

    /** The nth of a month, from 1. */
    static LocalDate businessDay(YearMonth month, int n) {
        return EXCHANGE.plusBusinessDays(month.atDay(1).minusDays(1), n);
    }

    /** 0 in the first month of the demo. */
    static long monthsSinceFirst(YearMonth month) {
        return ChronoUnit.MONTHS.between(YearMonth.from(FIRST), month);
    }

    static Money usd(long whole) {
        return new Money(BigDecimal.valueOf(whole), USD);
    }

    /** August 2025 to October 2026. */
    static List<Future> contracts() {
        return TermParts.chain("ILL-CX", "Illustrative compute index", YearMonth.of(2025, 8), 15, EXCHANGE, USD);
    }

    /** Thirteen weeks each; every one matures on the second business day of a quarter, when its successor is bought. */
    static List<Bill> bills() {
        return Stream.of("2025-10-02", "2026-01-05", "2026-04-02", "2026-07-02")
                .map(due ->
                        new Bill("ILL-BILL-" + due, "Illustrative bill due " + due, USD, LocalDate.parse(due), true))
                .toList();
    }

    /** The token fund strikes on every day of the year. */
    static List<CalendarDay> calendarDays(FundFile fund) {
        List<CalendarDay> days = new ArrayList<>();
        if (fund.fund().equals(TOKENS)) {
            return days;
        }
        for (LocalDate day : HOLIDAYS) {
            days.add(TermParts.closed(FUND_CALENDAR, day, AGREED));
            days.add(TermParts.closed(EXCHANGE_CALENDAR, day, AGREED));
        }
        days.add(TermParts.closed(EXCHANGE_CALENDAR, GOOD_FRIDAY, AGREED));
        return days;
    }

    /** A token without a price of the day holds its NAV. */
    static FundFile tokens() {
        return fund(
                TOKENS,
                "Illustrative Token Fund",
                List.of(USD),
                List.of(new CalendarTerms(FUND_CALENDAR, List.of())),
                List.of(bank(FactBook.BANK), vault()),
                twoClasses("0.02", "0.01"),
                List.of(interest(FactBook.BANK, USD, "0.036")),
                policies("0.25", 5, Missing.HOLD, "0.15", Optional.empty()),
                List.of());
    }

    /** A settlement that moves by more than seven percent is odd. */
    static FundFile etf() {
        return fund(
                ETF,
                "Illustrative Compute ETF",
                List.of(USD),
                businessCalendars(),
                List.of(bank(FactBook.BANK), broker(), vault()),
                List.of(TermParts.shareClass(
                        Participants.CLASS, FIRST, new Price(new BigDecimal("25"), USD), 0, "0.0065", "0")),
                List.of(interest(FactBook.BANK, USD, "0.036"), interest(FactBook.FCM, USD, "0.03")),
                policies("0.25", 5, Missing.CARRY, "0.07", Optional.empty()),
                List.of(new Dated<>(FIRST, PROGRAMME)));
    }

    /** A token's price that stands still for more than four days is stale. */
    static FundFile balanced() {
        return fund(
                BALANCED,
                "Illustrative Balanced Fund",
                List.of(USD, EUR),
                businessCalendars(),
                List.of(bank(FactBook.BANK), bank(EURO_BANK), broker(), vault()),
                twoClasses("0.0125", "0.006"),
                List.of(
                        interest(FactBook.BANK, USD, "0.036"),
                        interest(EURO_BANK, EUR, "0.019"),
                        interest(FactBook.FCM, USD, "0.03")),
                policies("0.25", 4, Missing.CARRY, "0.15", Optional.of(new RatePolicy(4, Missing.CARRY))),
                List.of(new Dated<>(FIRST, PROGRAMME)));
    }

    private static FundFile fund(
            String id,
            String name,
            List<Currency> currencies,
            List<CalendarTerms> calendars,
            List<Place> places,
            List<ShareClass> classes,
            List<CashInterest> interest,
            PricePolicies prices,
            List<Dated<Programme>> programmes) {
        return new FundFile(
                id,
                name,
                true,
                "none: illustrative",
                FIRST,
                USD,
                currencies,
                RoundingMode.HALF_UP,
                FundFile.LotRelief.FIFO,
                CommissionPolicy.COST,
                List.of(new Dated<>(FIRST, new DayEnd(TermParts.CLOSE, new BigDecimal("6")))),
                FUND_CALENDAR,
                calendars,
                Dated.fromTheBeginning(places),
                Dated.fromTheBeginning(classes),
                Dated.fromTheBeginning(interest),
                prices,
                new BigDecimal("0.5"),
                5,
                programmes,
                List.of(),
                List.of());
    }

    private static List<CalendarTerms> businessCalendars() {
        List<DayOfWeek> weekend = TermParts.WEEKEND;
        return List.of(new CalendarTerms(FUND_CALENDAR, weekend), new CalendarTerms(EXCHANGE_CALENDAR, weekend));
    }

    private static Place bank(String id) {
        return new Place(id, Place.Kind.BANK, Optional.empty(), Optional.empty());
    }

    private static Place broker() {
        return new Place(FactBook.FCM, Place.Kind.FCM, Optional.empty(), Optional.of(TermParts.rate("0.02")));
    }

    private static Place vault() {
        return new Place(FactBook.VAULT, Place.Kind.CUSTODY, Optional.of(FactBook.BANK), Optional.empty());
    }

    private static List<ShareClass> twoClasses(String feeOfA, String feeOfI) {
        return List.of(
                TermParts.shareClass("A", FIRST, USD, feeOfA, "0.0025"),
                TermParts.shareClass("I", FIRST, USD, feeOfI, "0"));
    }

    private static CashInterest interest(String place, Currency currency, String rate) {
        return new CashInterest(place, currency, TermParts.schedule(FIRST, rate, DayCount.ACT_360));
    }

    private static PricePolicies policies(
            String tokenBand, int tokenStill, Missing tokenMissing, String futureBand, Optional<RatePolicy> fx) {
        PricePolicy future = TermParts.policy(futureBand, 5, 20, Missing.CARRY);
        PricePolicy bill = TermParts.policy("0.01", 5, 20, Missing.CARRY);
        return new PricePolicies(TermParts.policy(tokenBand, 2, tokenStill, tokenMissing), future, bill, fx);
    }
}
