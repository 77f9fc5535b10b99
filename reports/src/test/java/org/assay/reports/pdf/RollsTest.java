package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;

class RollsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final StruckNav FILLED =
            DemoNavs.struck("ejb/pack/src/test/resources/golden/J10-roll", DAY).get(DAY);

    /**
     * 10 lots of 1,000 units sold at 2.600, where they settle at 2.590, are 100.00 better; 10 bought at 2.680, where they
     * settle at 2.675, 50.00 worse.
     */
    @Test
    void a_fill_costs_its_distance_from_settlement_times_units_and_lots() {
        assertThat(Cells.of(new Rolls(FILLED).fills()))
                .containsExactly(
                        "ROLL-FAR | ILL-H100-2026-03 | far | 10 | 2.68 | 2.675 | 0.005 | 1,000 | 50.00",
                        "ROLL-NEAR | ILL-H100-2026-02 | near | (10) | 2.60 | 2.59 | 0.01 | 1,000 | (100.00)",
                        "Programme H100 | (50.00)",
                        "Check, cost of the fills less cost of the programme: –");
    }

    /** (2.590 / 2.675 - 1) x 365 / 32 days from 27 February to 31 March is -36.24%. */
    @Test
    void a_programme_tells_its_cost_its_commission_and_what_the_roll_yields_a_year() {
        assertThat(Cells.of(new Rolls(FILLED).programmes()))
                .containsExactly("H100 | 2026-02 | 2026-03 | 7 | 100 | 10 | – | 10 | – | (50.00) | 50.00 | 2.59 | 2.675"
                        + " | (36.24)");
    }

    @Test
    void a_roll_the_strike_makes_is_at_settlement_and_costs_commission_alone() {
        assertThat(Cells.of(new Rolls(DemoNavs.on("2026-02-18")).fills()))
                .containsExactly(
                        "H100/2026-02-18/near | ILL-H100-2026-03 | near | (571) | 2.3745 | 2.3745 | – | 1,000 | –",
                        "H100/2026-02-18/far | ILL-H100-2026-04 | far | 571 | 2.384 | 2.384 | – | 1,000 | –",
                        "Programme H100 | –",
                        "Check, cost of the fills less cost of the programme: –");
    }

    @Test
    void a_curve_that_rises_yields_less_than_nothing() {
        assertThat(Rolls.rollYield(
                        new BigDecimal("2.40"),
                        new BigDecimal("2.50"),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 5, 30)))
                .isEqualByComparingTo("-48.67");
    }
}
