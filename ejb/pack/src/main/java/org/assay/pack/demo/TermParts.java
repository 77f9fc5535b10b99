package org.assay.pack.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.roll.Programme;
import org.assay.pack.fund.CalendarDay;

/** What the terms of illustrative funds are put together from. */
final class TermParts {
    static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** When every illustrative fund but the small ones closes its day. */
    static final ValuationPoint CLOSE = ValuationPoint.parse("16:00", ZoneId.of("America/New_York"));

    private TermParts() {}

    /** A month each, 1,000 GPU-hours, settled in cash; last trade on the last business day of the month. */
    static List<Future> chain(
            String root, String name, YearMonth first, int contracts, BusinessCalendar exchange, Currency currency) {
        List<Future> chain = new ArrayList<>();
        for (int i = 0; i < contracts; i++) {
            YearMonth month = first.plusMonths(i);
            chain.add(new Future(
                    root + "-" + month,
                    name + ", " + month,
                    currency,
                    root,
                    month,
                    UnderlyingUnit.GPU_HOUR,
                    new BigDecimal("1000"),
                    new BigDecimal("0.0005"),
                    exchange.id(),
                    Optional.empty(),
                    exchange.plusBusinessDays(month.plusMonths(1).atDay(1), -1),
                    Future.Settlement.CASH,
                    true));
        }
        return chain;
    }

    /** Holds the next month's contract; rolls by a fifth on business days 8 to 12, at settlement. */
    static Programme programme(String id, String root, Currency currency) {
        return new Programme(
                id,
                root,
                FactBook.FCM,
                8,
                Collections.nCopies(5, new BigDecimal("0.2")),
                List.of("G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z", "F"),
                Programme.Execution.SETTLEMENT,
                2,
                new Money(new BigDecimal("1.25"), currency));
    }

    /** From 100 a share, which has four decimals. */
    static ShareClass shareClass(String code, LocalDate launch, Currency currency, String fee, String redemptionFee) {
        return shareClass(code, launch, new Price(new BigDecimal("100"), currency), 4, fee, redemptionFee);
    }

    /** @param redemptionFee fraction of what is redeemed that stays with the class */
    static ShareClass shareClass(
            String code, LocalDate launch, Price initial, int shareDecimals, String fee, String redemptionFee) {
        return new ShareClass(
                code,
                launch,
                initial,
                shareDecimals,
                4,
                schedule(launch, fee, DayCount.ACT_365),
                new DealingFee(List.of(new DealingFee.Step(launch, rate(redemptionFee)))));
    }

    static RateSchedule schedule(LocalDate from, String rate, DayCount dayCount) {
        return new RateSchedule(List.of(new RateSchedule.Step(from, rate(rate), dayCount)));
    }

    static PricePolicy policy(String band, int staleAfterDays, int unchangedAfterDays, Missing missing) {
        return new PricePolicy(rate(band), staleAfterDays, unchangedAfterDays, missing);
    }

    static CalendarDay closed(String calendar, LocalDate day, Instant agreed) {
        return new CalendarDay(calendar, day, CalendarDay.Status.CLOSED, agreed, "illustrative");
    }

    static Rate rate(String rate) {
        return new Rate(new BigDecimal(rate));
    }
}
