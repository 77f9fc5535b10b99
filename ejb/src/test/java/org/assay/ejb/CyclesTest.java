package org.assay.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.NightWork.StruckDay;
import org.assay.db.Refusal;
import org.assay.ejb.Cycle.Step;
import org.assay.ejb.Cycle.StepCount;
import org.assay.ejb.Night.Progress;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;

/** Where each step of a day stands, from what the books say. The funds' day ends at 16:00 in New York, K is 22:00. */
class CyclesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 1, 6);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 1, 7);

    /** Wednesday has ended, and its files may still come in. */
    private static final Instant NOW = Instant.parse("2026-01-07T22:00:00Z");

    @Test
    void every_step_counts_every_fund_once() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(TUESDAY), Optional.empty()), List.of(struck(MONDAY, true)));
        cycles.add(fund(4, List.of(MONDAY, TUESDAY), Optional.empty()), List.of());
        cycles.add(fund(8, List.of(), Optional.empty()), List.of(struck(MONDAY, false), struck(TUESDAY, false, "C01")));
        List<Cycle> latest = cycles.latest(10);
        assertThat(latest).extracting(Cycle::date).containsExactly(WEDNESDAY, TUESDAY, MONDAY);
        for (Cycle cycle : latest) {
            assertThat(cycle.funds()).isEqualTo(3);
            assertThat(cycle.steps()).extracting(StepCount::step).containsExactly(Step.values());
            assertThat(cycle.steps())
                    .allSatisfy(step -> assertThat(step.done() + step.due() + step.held() + step.waits())
                            .isEqualTo(3));
        }
    }

    @Test
    void a_day_whose_deadline_has_not_passed_waits_for_the_clock() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(), Optional.empty()), List.of());
        Cycle wednesday = cycles.latest(1).get(0);
        assertThat(wednesday.date()).isEqualTo(WEDNESDAY);
        assertThat(wednesday.time()).isEqualTo("16:00");
        assertThat(wednesday.zone()).isEqualTo("America/New_York");
        assertThat(wednesday.valuationPoint()).isEqualTo(Instant.parse("2026-01-07T21:00:00Z"));
        assertThat(wednesday.deadline()).isEqualTo(Instant.parse("2026-01-08T03:00:00Z"));
        assertThat(wednesday.steps())
                .allSatisfy(step -> assertThat(step.waits()).isEqualTo(1));
    }

    @Test
    void a_valuation_point_to_come_is_no_cycle_yet() {
        Cycles cycles = new Cycles(Instant.parse("2026-01-07T20:59:59Z"));
        cycles.add(fund(0, List.of(), Optional.empty()), List.of());
        assertThat(cycles.latest(10)).isEmpty();
    }

    @Test
    void the_first_open_day_goes_and_the_next_waits_for_it() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(MONDAY, TUESDAY), Optional.empty()), List.of());
        assertThat(step(cycles, MONDAY, Step.DATA).done()).isEqualTo(1);
        assertThat(step(cycles, MONDAY, Step.PRICES).due()).isEqualTo(1);
        assertThat(step(cycles, MONDAY, Step.STRIKE).waits()).isEqualTo(1);
        assertThat(step(cycles, TUESDAY, Step.DATA).done()).isEqualTo(1);
        assertThat(step(cycles, TUESDAY, Step.PRICES).waits()).isEqualTo(1);
    }

    @Test
    void a_missing_price_holds_the_prices_and_another_refusal_the_strike() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(MONDAY), Optional.of(new Refusal(MONDAY, "PRICE_MISSING", "no price"))), List.of());
        cycles.add(
                fund(4, List.of(MONDAY), Optional.of(new Refusal(MONDAY, "SALE_EXCEEDS_POSITION", "sold"))), List.of());
        cycles.add(fund(8, List.of(MONDAY), Optional.of(new Refusal(MONDAY, Refusal.FAILED, "broke"))), List.of());
        assertThat(step(cycles, MONDAY, Step.PRICES)).isEqualTo(new StepCount(Step.PRICES, 0, 0, 1, 2));
        assertThat(step(cycles, MONDAY, Step.STRIKE)).isEqualTo(new StepCount(Step.STRIKE, 0, 0, 2, 1));
    }

    @Test
    void what_was_struck_is_held_at_its_controls_or_goes_on_to_a_second_person() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(), Optional.empty()), List.of(struck(TUESDAY, true)));
        cycles.add(fund(4, List.of(), Optional.empty()), List.of(struck(TUESDAY, false)));
        cycles.add(fund(8, List.of(), Optional.empty()), List.of(struck(TUESDAY, false, "C01")));
        assertThat(step(cycles, TUESDAY, Step.STRIKE)).isEqualTo(new StepCount(Step.STRIKE, 3, 0, 0, 0));
        assertThat(step(cycles, TUESDAY, Step.CONTROLS)).isEqualTo(new StepCount(Step.CONTROLS, 2, 0, 1, 0));
        assertThat(step(cycles, TUESDAY, Step.COMPLIANCE)).isEqualTo(new StepCount(Step.COMPLIANCE, 2, 0, 0, 1));
        assertThat(step(cycles, TUESDAY, Step.SIGN_OFF)).isEqualTo(new StepCount(Step.SIGN_OFF, 1, 1, 0, 1));
    }

    @Test
    void a_nav_that_lacks_a_price_is_held_at_its_prices() {
        Cycles cycles = new Cycles(NOW);
        cycles.add(fund(0, List.of(), Optional.empty()), List.of(struck(TUESDAY, false, "C36")));
        cycles.add(fund(4, List.of(), Optional.empty()), List.of(struck(TUESDAY, false, "C21")));
        cycles.add(fund(8, List.of(), Optional.empty()), List.of(struck(TUESDAY, false, "C01", "C36")));
        assertThat(step(cycles, TUESDAY, Step.PRICES)).isEqualTo(new StepCount(Step.PRICES, 0, 0, 3, 0));
        assertThat(step(cycles, TUESDAY, Step.STRIKE)).isEqualTo(new StepCount(Step.STRIKE, 3, 0, 0, 0));
        assertThat(step(cycles, TUESDAY, Step.CONTROLS)).isEqualTo(new StepCount(Step.CONTROLS, 0, 0, 1, 2));
        assertThat(step(cycles, TUESDAY, Step.SIGN_OFF)).isEqualTo(new StepCount(Step.SIGN_OFF, 0, 0, 0, 3));
    }

    @Test
    void cycles_of_other_zones_stand_apart_and_the_answer_is_bounded() {
        Cycles cycles = new Cycles(NOW);
        for (long seed = 0; seed < 8; seed++) {
            cycles.add(fund(seed, List.of(MONDAY), Optional.empty()), List.of());
        }
        assertThat(cycles.latest(100).stream().filter(cycle -> cycle.date().equals(MONDAY)))
                .extracting(Cycle::zone)
                .containsExactly("America/New_York", "Australia/Sydney", "Europe/London", "Asia/Tokyo");
        assertThat(cycles.latest(2)).hasSize(2);
    }

    /** Seeds that differ by four end their day together. */
    private static Progress fund(long seed, List<LocalDate> open, Optional<Refusal> refused) {
        FundPack pack = SmallFund.of(seed).pack();
        FundHead head = new FundHead(pack.fund(), "0".repeat(64), NOW, "operator@demo");
        return new Progress(head, Optional.empty(), open, Optional.of(WEDNESDAY), refused, false, false);
    }

    private static StruckDay struck(LocalDate date, boolean isApproved, String... heldBy) {
        return new StruckDay("any", date, List.of(heldBy), isApproved, false);
    }

    private static StepCount step(Cycles cycles, LocalDate date, Step step) {
        return cycles.latest(100).stream()
                .filter(cycle -> cycle.date().equals(date))
                .findFirst()
                .orElseThrow()
                .steps()
                .stream()
                .filter(count -> count.step() == step)
                .findFirst()
                .orElseThrow();
    }
}
