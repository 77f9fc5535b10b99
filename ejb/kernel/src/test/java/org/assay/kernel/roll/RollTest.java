package org.assay.kernel.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.roll.Programme.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollTest {
    private static final List<String> MONTHLY = List.of("G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z", "F");
    private static final List<BigDecimal> FIFTHS = Collections.nCopies(5, new BigDecimal("0.2"));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void fifty_seven_lots_roll_eleven_twelve_eleven_twelve_eleven() {
        assertThat(rolled(programme(8, FIFTHS), YearMonth.of(2026, 2), 57, List.of()))
                .containsExactly("2026-02-11 11", "2026-02-12 12", "2026-02-13 11", "2026-02-16 12", "2026-02-17 11");
    }

    @Test
    void a_holiday_in_the_window_consumes_nothing() {
        // Presidents' Day 2026-02-16: business day 10 is the 13th, 11 is the 17th.
        assertThat(rolled(programme(8, FIFTHS), YearMonth.of(2026, 2), 57, List.of(LocalDate.of(2026, 2, 16))))
                .containsExactly("2026-02-11 11", "2026-02-12 12", "2026-02-13 11", "2026-02-17 12", "2026-02-18 11");
    }

    @Test
    void a_short_position_rolls_as_a_long_one() {
        assertThat(rolled(programme(8, FIFTHS), YearMonth.of(2026, 2), -57, List.of()))
                .containsExactly(
                        "2026-02-11 -11", "2026-02-12 -12", "2026-02-13 -11", "2026-02-16 -12", "2026-02-17 -11");
    }

    @Test
    void a_day_without_settlement_leaves_its_share_to_the_next_good_day() {
        Programme programme = programme(6, FIFTHS);
        BusinessCalendar exchange = exchange(List.of());
        // Business day 7 of February 2026 is the 10th, nothing done on the 9th: 20 of 50 are owed at once.
        RollStep step = Roll.plan(programme, LocalDate.of(2026, 2, 10), exchange, Quantity.of(50), Quantity.ZERO)
                .orElseThrow();
        assertThat(step.owed()).isEqualTo(Quantity.of(20));
        assertThat(step.near()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(step.far()).isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void a_month_whose_contract_does_not_change_does_not_roll() {
        // BCOM gold: G J J M M Q Q Z Z Z Z G: August to November all hold December.
        Programme gold = new Programme(
                "GC",
                "GC",
                "FCM",
                6,
                FIFTHS,
                List.of("G", "J", "J", "M", "M", "Q", "Q", "Z", "Z", "Z", "Z", "G"),
                Execution.SETTLEMENT,
                2,
                Money.zero(new Currency("USD", 2)));
        assertThat(gold.held(YearMonth.of(2026, 9))).isEqualTo(YearMonth.of(2026, 12));
        assertThat(gold.held(YearMonth.of(2026, 12))).isEqualTo(YearMonth.of(2027, 2));
        assertThat(rolled(gold, YearMonth.of(2026, 9), 50, List.of())).isEmpty();
        assertThat(rolled(gold, YearMonth.of(2026, 11), 50, List.of())).hasSize(5);
    }

    @Test
    void weights_that_do_not_add_up_are_refused() {
        assertThatThrownBy(() -> programme(6, List.of(new BigDecimal("0.5"), new BigDecimal("0.4"))))
                .hasMessageContaining("expected a sum of 1");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_lot_rolls_once_and_the_plan_is_never_half_a_lot_off(long seed) {
        var random = new SplittableRandom(seed);
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (int i = random.nextInt(0, 8); i > 0; i--) {
            BigDecimal weight = left.multiply(BigDecimal.valueOf(random.nextInt(1, 100), 2));
            weights.add(weight);
            left = left.subtract(weight);
        }
        weights.add(left);
        int lots = random.nextInt(1, 5_000);
        BigDecimal done = BigDecimal.ZERO;
        Programme programme = programme(random.nextInt(1, 8), weights);
        for (LocalDate day : YearMonth.of(2026, 6)
                .atDay(1)
                .datesUntil(LocalDate.of(2026, 7, 1))
                .toList()) {
            var step = Roll.plan(
                    programme,
                    day,
                    exchange(List.of()),
                    Quantity.of(lots).minus(new Quantity(done)),
                    new Quantity(done));
            if (step.isPresent()) {
                BigDecimal exact = step.get().share().multiply(BigDecimal.valueOf(lots));
                done = done.add(step.get().owed().units());
                assertThat(done.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
            }
        }
        assertThat(done).isEqualByComparingTo(BigDecimal.valueOf(lots));
    }

    private static List<String> rolled(Programme programme, YearMonth month, long lots, List<LocalDate> holidays) {
        List<String> rolled = new ArrayList<>();
        Quantity done = Quantity.ZERO;
        for (LocalDate day :
                month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList()) {
            Quantity before = done;
            Quantity owed = Roll.plan(
                            programme,
                            day,
                            exchange(holidays),
                            Quantity.of(lots).minus(before),
                            before)
                    .map(RollStep::owed)
                    .orElse(Quantity.ZERO);
            if (!owed.isZero()) {
                rolled.add(day + " " + owed);
            }
            done = done.plus(owed);
        }
        return rolled;
    }

    private static Programme programme(int firstBusinessDay, List<BigDecimal> weights) {
        return new Programme(
                "P",
                "ILL-H100",
                "FCM",
                firstBusinessDay,
                weights,
                MONTHLY,
                Execution.SETTLEMENT,
                2,
                Money.zero(new Currency("USD", 2)));
    }

    private static BusinessCalendar exchange(List<LocalDate> holidays) {
        return new BusinessCalendar(
                "X",
                new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                new TreeSet<>(holidays),
                new TreeSet<>());
    }
}
