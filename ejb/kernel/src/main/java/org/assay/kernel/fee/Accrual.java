package org.assay.kernel.fee;

import org.assay.kernel.calendar.DateRange;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;

/**
 * One accrual with its computation: base x rate x days / days in the year, rounded once.
 *
 * @param days the calendar days it covers
 */
public record Accrual(DateRange days, Money base, Rate ratePerYear, DayCount dayCount, Money amount) {}
