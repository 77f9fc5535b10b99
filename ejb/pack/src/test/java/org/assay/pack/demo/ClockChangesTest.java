package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.calendar.DateRange;
import org.assay.pack.fund.FundPack;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.assay.pack.replay.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A leap year with both changes of clocks, two year ends and a holiday, in four zones. Three of the funds strike on every
 * day, at a local time that one Sunday skips and, in London and Sydney, another has twice.
 */
class ClockChangesTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 12, 20);
    private static final LocalDate LAST = LocalDate.of(2029, 1, 10);
    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalDate FOURTH_OF_JULY = LocalDate.of(2028, 7, 4);

    /** By id; struck once for all tests. */
    private static final Map<String, List<Replay.Strike>> STRUCK = new HashMap<>();

    static Stream<SmallFund> funds() {
        return Stream.of(
                fund("NEW-YORK", "02:30", "America/New_York", List.of(), List.of()),
                fund("LONDON", "01:30", "Europe/London", List.of(), List.of()),
                fund("SYDNEY", "02:30", "Australia/Sydney", List.of(), List.of()),
                fund("TOKYO", "24:00", "Asia/Tokyo", WEEKEND, List.of(FOURTH_OF_JULY)));
    }

    private static SmallFund fund(
            String city, String time, String zone, List<DayOfWeek> weekend, List<LocalDate> holidays) {
        return new SmallFund("ILL-" + city, 1, new SmallFund.Market(time, zone, weekend, holidays), FIRST, LAST);
    }

    @ParameterizedTest
    @MethodSource("funds")
    void who_looks_every_hour_finds_each_day_once_and_in_order(SmallFund fund) {
        Schedule schedule = schedule(fund);
        Instant end = schedule.known(LAST).plusSeconds(3_599);
        List<LocalDate> found = new ArrayList<>();
        LocalDate from = FIRST;
        for (Instant now = Instant.parse("2027-12-19T00:00:00Z"); !now.isAfter(end); now = now.plusSeconds(3_600)) {
            List<LocalDate> due = schedule.due(from, now);
            found.addAll(due);
            from = due.isEmpty() ? from : due.get(due.size() - 1).plusDays(1);
        }
        assertThat(found).isEqualTo(businessDays(fund)).isEqualTo(schedule.due(FIRST, end));
    }

    @ParameterizedTest
    @MethodSource("funds")
    void every_calendar_day_accrues_once(SmallFund fund) {
        List<Replay.Strike> strikes = strikes(fund);
        assertThat(strikes.stream().map(strike -> strike.result().date())).isEqualTo(businessDays(fund));
        List<DateRange> accrued = strikes.stream()
                .flatMap(strike -> strike.result().fees().stream())
                .map(fee -> fee.accrual().days())
                .toList();
        assertThat(accrued.stream().mapToLong(DateRange::days).sum())
                // 20 December 2027 to 10 January 2029: 12 days, 366 of the leap year, 10; the first day opens the fund,
                // and capital that comes in at its strike bears its first fee on the day after.
                .isEqualTo(11 + 366 + 10);
        LocalDate from = FIRST.plusDays(1);
        for (DateRange range : accrued) {
            assertThat(range.from()).isEqualTo(from);
            from = range.to();
        }
    }

    /** 26 and 27 February 2028 are a weekend, 4 July is closed; a part ends with its month. */
    @ParameterizedTest
    @CsvSource({
        "2028-02-28, 2028-02-26, 3",
        "2028-02-29, 2028-02-29, 1",
        "2028-03-01, 2028-03-01, 1",
        "2028-07-03, 2028-07-01, 3",
        "2028-07-05, 2028-07-04, 2",
        "2028-12-29, 2028-12-29, 1"
    })
    void a_strike_accrues_the_days_since_the_one_before(LocalDate date, LocalDate from, long days) {
        assertThat(accruedBy("TOKYO", date)).containsExactly(new DateRange(from, from.plusDays(days)));
    }

    @Test
    void what_a_year_owes_is_final_with_the_year() {
        assertThat(accruedBy("TOKYO", LocalDate.of(2029, 1, 1)))
                .containsExactly(
                        new DateRange(LocalDate.of(2028, 12, 30), LocalDate.of(2029, 1, 1)),
                        new DateRange(LocalDate.of(2029, 1, 1), LocalDate.of(2029, 1, 2)));
    }

    /** Hours from the day before's end. A skipped time is an hour later, of a time there is twice the first counts. */
    @ParameterizedTest
    @CsvSource({
        "NEW-YORK, 2028-03-12, 2028-03-12T07:30:00Z, 24",
        "NEW-YORK, 2028-03-13, 2028-03-13T06:30:00Z, 23",
        "NEW-YORK, 2028-11-05, 2028-11-05T07:30:00Z, 25",
        "LONDON, 2028-03-26, 2028-03-26T01:30:00Z, 24",
        "LONDON, 2028-03-27, 2028-03-27T00:30:00Z, 23",
        "LONDON, 2028-10-29, 2028-10-29T00:30:00Z, 24",
        "LONDON, 2028-10-30, 2028-10-30T01:30:00Z, 25",
        "SYDNEY, 2028-04-02, 2028-04-01T15:30:00Z, 24",
        "SYDNEY, 2028-04-03, 2028-04-02T16:30:00Z, 25",
        "SYDNEY, 2028-10-01, 2028-09-30T16:30:00Z, 24",
        "SYDNEY, 2028-10-02, 2028-10-01T15:30:00Z, 23",
        "TOKYO, 2028-03-13, 2028-03-13T15:00:00Z, 24"
    })
    void a_day_ends_at_its_local_time_in_summer_and_in_winter(String city, LocalDate date, Instant end, long hours) {
        Schedule schedule = schedule(of(city));
        assertThat(schedule.valuationPoint(date)).isEqualTo(end);
        assertThat(Duration.between(schedule.valuationPoint(date.minusDays(1)), end))
                .hasHours(hours);
        assertThat(schedule.known(date)).isEqualTo(end.plus(Duration.ofHours(6)));
    }

    private static List<DateRange> accruedBy(String city, LocalDate date) {
        return strikes(of(city)).stream()
                .filter(strike -> strike.result().date().equals(date))
                .flatMap(strike -> strike.result().fees().stream())
                .map(fee -> fee.accrual().days())
                .toList();
    }

    private static SmallFund of(String city) {
        return funds().filter(fund -> fund.id().endsWith(city)).findFirst().orElseThrow();
    }

    private static Schedule schedule(SmallFund fund) {
        FundPack pack = fund.pack();
        return Schedule.of(pack.fund(), pack.calendarDays());
    }

    private static synchronized List<Replay.Strike> strikes(SmallFund fund) {
        return STRUCK.computeIfAbsent(fund.id(), id -> {
            FundPack pack = fund.pack();
            List<Replay.Strike> strikes = new ArrayList<>();
            Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), LAST, strikes::add);
            return strikes;
        });
    }

    /** By a rule of their own. */
    private static List<LocalDate> businessDays(SmallFund fund) {
        return FIRST.datesUntil(LAST.plusDays(1))
                .filter(date -> !fund.market().weekend().contains(date.getDayOfWeek()))
                .filter(date -> !fund.market().holidays().contains(date))
                .toList();
    }
}
