package org.assay.kernel.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;
import org.junit.jupiter.api.Test;

class RateScheduleTest {
    private static final Money MILLION = new Money(new BigDecimal("1000000.00"), new Currency("USD", 2));

    @Test
    void one_day_of_one_and_a_half_percent_on_a_million_is_41_10() {
        // J17: 1,000,000.00 x 1.50% / 365 = 41.0958...
        assertThat(amounts(schedule("2026-01-01", "0.015"), "2026-03-03", "2026-03-04"))
                .containsExactly("41.10");
    }

    @Test
    void a_weekend_is_three_days_and_one_rounding() {
        // 1,000,000.00 x 1.50% x 3 / 365 = 123.2876...; three single days would make 123.30.
        assertThat(amounts(schedule("2026-01-01", "0.015"), "2026-03-06", "2026-03-09"))
                .containsExactly("123.29");
    }

    @Test
    void a_month_that_ends_on_a_weekend_is_accrued_to_its_end() {
        // Friday 2026-01-30 to Monday 2026-02-02: the 31st belongs to January, the 1st and 2nd to February.
        assertThat(amounts(schedule("2026-01-01", "0.015"), "2026-01-30", "2026-02-02"))
                .containsExactly("41.10", "82.19");
    }

    @Test
    void a_rate_counts_from_its_first_day() {
        RateSchedule schedule = new RateSchedule(List.of(
                new RateSchedule.Step(LocalDate.of(2026, 3, 8), rate("0.0365"), DayCount.ACT_365),
                new RateSchedule.Step(LocalDate.of(2026, 3, 1), rate("0.0730"), DayCount.ACT_365)));
        // Saturday at 7.3% is 200.00 a day, Sunday and Monday at 3.65% are 100.00 each.
        assertThat(amounts(schedule, "2026-03-06", "2026-03-09")).containsExactly("200.00", "200.00");
    }

    @Test
    void nothing_accrues_before_the_first_step() {
        assertThat(amounts(schedule("2026-03-09", "0.0365"), "2026-03-06", "2026-03-09"))
                .containsExactly("100.00");
        assertThat(amounts(schedule("2026-04-01", "0.0365"), "2026-03-06", "2026-03-09"))
                .isEmpty();
    }

    private static List<String> amounts(RateSchedule schedule, String last, String date) {
        return schedule.accrue(MILLION, LocalDate.parse(last), LocalDate.parse(date), RoundingMode.HALF_UP).stream()
                .map(accrual -> accrual.amount().amount().toPlainString())
                .toList();
    }

    private static RateSchedule schedule(String from, String rate) {
        return new RateSchedule(List.of(new RateSchedule.Step(LocalDate.parse(from), rate(rate), DayCount.ACT_365)));
    }

    private static Rate rate(String rate) {
        return new Rate(new BigDecimal(rate));
    }
}
