package org.assay.kernel.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.calendar.DateRange;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;

/** A yearly rate as dated data. Before its first step nothing accrues. */
public record RateSchedule(List<Step> steps) {
    /** @param from first day that accrues at this rate */
    public record Step(LocalDate from, Rate ratePerYear, DayCount dayCount) {}

    public RateSchedule {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    /**
     * The days after {@code last}, up to and including {@code date}. An accrual period is a calendar month: one that ends
     * between two strikes is accrued to its end and rounded for itself, so that what a month owes is final with the month.
     *
     * @param base what the rate is taken of
     * @param last the day of the strike before
     */
    public List<Accrual> accrue(Money base, LocalDate last, LocalDate date, RoundingMode mode) {
        List<Accrual> accruals = new ArrayList<>();
        LocalDate from = last.plusDays(1);
        while (!from.isAfter(date)) {
            LocalDate to = endOfPart(from, date.plusDays(1));
            Optional<Step> step = inForce(from);
            if (step.isPresent()) {
                accruals.add(accrual(base, new DateRange(from, to), step.get(), mode));
            }
            from = to;
        }
        return List.copyOf(accruals);
    }

    private LocalDate endOfPart(LocalDate from, LocalDate end) {
        LocalDate monthEnd = YearMonth.from(from).plusMonths(1).atDay(1);
        LocalDate to = monthEnd.isBefore(end) ? monthEnd : end;
        return steps.stream()
                .map(Step::from)
                .filter(change -> change.isAfter(from) && change.isBefore(to))
                .findFirst()
                .orElse(to);
    }

    private Optional<Step> inForce(LocalDate date) {
        return steps.stream().filter(step -> !step.from().isAfter(date)).reduce((earlier, later) -> later);
    }

    private static Accrual accrual(Money base, DateRange days, Step step, RoundingMode mode) {
        BigDecimal exact =
                base.amount().multiply(step.ratePerYear().fraction()).multiply(BigDecimal.valueOf(days.days()));
        Money amount = new Money(
                exact.divide(step.dayCount().daysInYear(), base.currency().decimals(), mode), base.currency());
        return new Accrual(days, base, step.ratePerYear(), step.dayCount(), amount);
    }
}
