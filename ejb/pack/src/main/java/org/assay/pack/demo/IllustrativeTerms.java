package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;
import org.assay.kernel.nav.Place;
import org.assay.kernel.pricing.PricePolicy.Missing;
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

    private static final Instant AGREED = Instant.parse("2025-12-01T00:00:00Z");
    private static final YearMonth FIRST_CONTRACT = YearMonth.of(2026, 2);
    private static final int CONTRACTS = 8;

    /** Holidays of bank and exchange, 2026. */
    private static final List<LocalDate> BANK_HOLIDAYS =
            List.of(date("2026-01-01"), date("2026-01-19"), date("2026-02-16"), date("2026-05-25"));

    /** Good Friday: the exchange is closed, the fund is not. */
    static final LocalDate GOOD_FRIDAY = date("2026-04-03");

    private IllustrativeTerms() {}

    static Instant valuationPoint(LocalDate date) {
        return TermParts.CLOSE.on(date);
    }

    static BusinessCalendar exchange() {
        Set<LocalDate> closed = new TreeSet<>(BANK_HOLIDAYS);
        closed.add(GOOD_FRIDAY);
        return new BusinessCalendar("ILLX", new TreeSet<>(TermParts.WEEKEND), new TreeSet<>(closed), new TreeSet<>());
    }

    static List<CalendarDay> calendarDays() {
        List<CalendarDay> days = new ArrayList<>();
        for (LocalDate day : BANK_HOLIDAYS) {
            days.add(TermParts.closed("FUND", day, AGREED));
            days.add(TermParts.closed("ILLX", day, AGREED));
        }
        days.add(TermParts.closed("ILLX", GOOD_FRIDAY, AGREED));
        return days;
    }

    static List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>(List.of(RENDER, AKT, TAO, APRIL, JULY));
        all.addAll(contracts());
        return all;
    }

    /** February to September. */
    static List<Future> contracts() {
        return TermParts.chain("ILL-H100", "Illustrative H100 SXM hours", FIRST_CONTRACT, CONTRACTS, exchange(), USD);
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
                List.of(new Dated<>(FIRST, new DayEnd(TermParts.CLOSE, new BigDecimal("6")))),
                "FUND",
                List.of(new CalendarTerms("FUND", TermParts.WEEKEND), new CalendarTerms("ILLX", TermParts.WEEKEND)),
                Dated.fromTheBeginning(List.of(
                        new Place("BANK", Place.Kind.BANK, Optional.empty(), Optional.empty()),
                        new Place("FCM", Place.Kind.FCM, Optional.empty(), Optional.of(TermParts.rate("0.02"))),
                        new Place("VAULT", Place.Kind.CUSTODY, Optional.of("BANK"), Optional.empty()))),
                Dated.fromTheBeginning(List.of(
                        TermParts.shareClass("A", FIRST, USD, "0.015", "0.0025"),
                        TermParts.shareClass("I", FIRST, USD, "0.0075", "0"))),
                Dated.fromTheBeginning(List.of(
                        new CashInterest("BANK", USD, TermParts.schedule(FIRST, "0.036", DayCount.ACT_360)),
                        new CashInterest("FCM", USD, TermParts.schedule(FIRST, "0.03", DayCount.ACT_360)))),
                new PricePolicies(
                        TermParts.policy("0.25", 2, 10, Missing.CARRY),
                        TermParts.policy("0.15", 5, 20, Missing.CARRY),
                        TermParts.policy("0.01", 5, 20, Missing.CARRY),
                        Optional.empty()),
                new BigDecimal("0.5"),
                5,
                List.of(new Dated<>(FIRST, TermParts.programme("H100", "ILL-H100", USD))),
                List.of(),
                List.of());
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
