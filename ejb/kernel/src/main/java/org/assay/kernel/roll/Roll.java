package org.assay.kernel.roll;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.money.Quantity;

/**
 * The roll engine.
 *
 * <pre>
 *   business day     5     6     7     8     9    10    11        57 lots, days 6 to 10, a fifth each
 *   due by now       0    11    23    34    46    57    57        HALF_UP(57 x k / 5)
 *   rolled today     0    11    12    11    12    11     0
 * </pre>
 *
 * A holiday of the contract's calendar is no business day and consumes nothing. A day without settlement leaves its share
 * owed, and the next good day takes it at once, because the plan is cumulative. Lots added to the near contract inside the
 * window join the plan in proportion.
 */
public final class Roll {
    private Roll() {}

    /**
     * @param position lots now held in the near contract, signed
     * @param done lots already moved in this month's window, signed like the position
     * @return nothing outside a month that rolls, before its window, or on a day that is no business day
     */
    public static Optional<RollStep> plan(
            Programme programme, LocalDate date, BusinessCalendar exchange, Quantity position, Quantity done) {
        YearMonth month = YearMonth.from(date);
        YearMonth near = programme.held(month);
        YearMonth far = programme.held(month.plusMonths(1));
        int day = exchange.businessDayOfMonth(date);
        if (near.equals(far) || day < programme.firstBusinessDay() || !exchange.isBusinessDay(date)) {
            return Optional.empty();
        }
        Quantity whole = position.plus(done);
        var share = programme.rolledBy(day);
        Quantity target = new Quantity(whole.units().multiply(share).setScale(0, RoundingMode.HALF_UP));
        return Optional.of(new RollStep(programme.id(), month, near, far, day, share, target, done));
    }
}
