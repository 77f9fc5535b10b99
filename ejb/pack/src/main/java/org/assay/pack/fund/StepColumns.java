package org.assay.pack.fund;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Rate;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;

/** The columns of a yearly rate that counts from a day. */
record StepColumns(Column<LocalDate> from, Column<Rate> rate, Column<DayCount> dayCount) {
    static final Format<DayCount> DAY_COUNTS = Format.oneOf(Arrays.asList(DayCount.values()), DayCount::label);

    static <T> StepColumns of(Layout.Draft<T> draft, Function<T, RateSchedule.Step> of) {
        return new StepColumns(
                draft.field("from", Formats.DATES, of.andThen(RateSchedule.Step::from)),
                draft.field("rate_per_year", FundShape.RATES, of.andThen(RateSchedule.Step::ratePerYear)),
                draft.field("day_count", DAY_COUNTS, of.andThen(RateSchedule.Step::dayCount)));
    }

    RateSchedule.Step step(Cells cells) {
        return new RateSchedule.Step(cells.get(from), cells.get(rate), cells.get(dayCount));
    }
}
