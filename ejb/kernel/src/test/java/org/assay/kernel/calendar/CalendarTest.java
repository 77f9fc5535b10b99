package org.assay.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CalendarTest {
    /** February 2026 with Presidents' Day on the 16th. */
    private static final BusinessCalendar EXCHANGE = new BusinessCalendar(
            "X",
            new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
            new TreeSet<>(List.of(LocalDate.of(2026, 2, 16))),
            new TreeSet<>(List.of(LocalDate.of(2026, 2, 28))));

    @Test
    void a_holiday_counts_as_the_business_day_before_it() {
        assertThat(EXCHANGE.businessDayOfMonth(LocalDate.of(2026, 2, 13))).isEqualTo(10);
        assertThat(EXCHANGE.businessDayOfMonth(LocalDate.of(2026, 2, 16))).isEqualTo(10);
        assertThat(EXCHANGE.businessDayOfMonth(LocalDate.of(2026, 2, 17))).isEqualTo(11);
        assertThat(EXCHANGE.businessDayOfMonth(LocalDate.of(2026, 2, 1))).isZero();
    }

    @Test
    void a_weekend_can_be_opened() {
        assertThat(EXCHANGE.isBusinessDay(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(EXCHANGE.next(LocalDate.of(2026, 2, 27))).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void business_days_are_counted_both_ways() {
        assertThat(EXCHANGE.plusBusinessDays(LocalDate.of(2026, 2, 13), 2)).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(EXCHANGE.plusBusinessDays(LocalDate.of(2026, 2, 17), -1)).isEqualTo(LocalDate.of(2026, 2, 13));
    }

    @Test
    void a_valuation_point_keeps_its_hour_when_the_clocks_change() {
        // New York springs forward on 2026-03-08: 16:00 is 21:00 UTC before and 20:00 UTC after.
        ValuationPoint close = ValuationPoint.parse("16:00", ZoneId.of("America/New_York"));
        assertThat(close.on(LocalDate.of(2026, 3, 6))).isEqualTo(Instant.parse("2026-03-06T21:00:00Z"));
        assertThat(close.on(LocalDate.of(2026, 3, 9))).isEqualTo(Instant.parse("2026-03-09T20:00:00Z"));
    }

    @Test
    void twenty_four_hours_is_the_last_instant_of_the_day() {
        ValuationPoint midnight = ValuationPoint.parse("24:00", ZoneId.of("UTC"));
        assertThat(midnight.on(LocalDate.of(2022, 1, 3))).isEqualTo(Instant.parse("2022-01-04T00:00:00Z"));
        assertThat(midnight.time()).isEqualTo("24:00");
    }
}
