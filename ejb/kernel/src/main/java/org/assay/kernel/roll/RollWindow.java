package org.assay.kernel.roll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;

/**
 * The days on which a programme rolls in one month.
 *
 * @param near contract month rolled out of
 * @param far contract month rolled into
 * @param days in order; fewer than the programme has weights when the month ends first
 */
public record RollWindow(String programme, YearMonth month, YearMonth near, YearMonth far, List<RollDay> days) {
    /**
     * A day of the window.
     *
     * @param businessDay of the month, by the contract's calendar
     * @param share of the position due by its end, 0 to 1
     */
    public record RollDay(LocalDate date, int businessDay, BigDecimal share) {}

    public RollWindow {
        days = List.copyOf(days);
    }

    /** Of a month; absent when the programme holds the same contract after it, or the month has no such business day. */
    public static Optional<RollWindow> of(Programme programme, YearMonth month, BusinessCalendar exchange) {
        YearMonth near = programme.held(month);
        YearMonth far = programme.held(month.plusMonths(1));
        List<RollDay> days = month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(exchange::isBusinessDay)
                .skip(programme.firstBusinessDay() - 1L)
                .limit(programme.weights().size())
                .map(date -> day(programme, date, exchange))
                .toList();
        return near.equals(far) || days.isEmpty()
                ? Optional.empty()
                : Optional.of(new RollWindow(programme.id(), month, near, far, days));
    }

    private static RollDay day(Programme programme, LocalDate date, BusinessCalendar exchange) {
        int number = exchange.businessDayOfMonth(date);
        return new RollDay(date, number, programme.rolledBy(number));
    }

    public LocalDate first() {
        return days.get(0).date();
    }

    public LocalDate last() {
        return days.get(days.size() - 1).date();
    }
}
