package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.reports.DemoNavs;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RollForwardsTest {
    /**
     * 300,000 of the oldest 400,000 RENDER are sold. They cost 400,000 x 7.3831 + 2,953.24 = 2,956,193.24, so three quarters
     * of that go: 2,217,144.93.
     */
    @Test
    void what_is_sold_leaves_at_the_cost_of_the_oldest_lot() {
        assertThat(Cells.of(new RollForwards(DemoNavs.on("2026-02-25")).cost()))
                .contains("RENDER | 4,863,557.16 | – | (2,217,144.93) | – | 2,646,412.23 | –")
                .contains("Check, opening + bought less sold at cost + amortised less closing, of every instrument: –");
    }

    /** 12,000 x 5.9254 + 71.10 of commission: 71,175.90. */
    @Test
    void what_is_bought_comes_in_at_what_was_paid() {
        assertThat(Cells.of(new RollForwards(DemoNavs.on("2026-02-19")).cost()))
                .contains("RENDER | 4,792,381.26 | 71,175.90 | – | – | 4,863,557.16 | –");
    }

    /** 13,000,000 of face were bought at 0.991311, 86 days before it is repaid: 112,957.00 / 86 a day, rounded lot by lot. */
    @Test
    void a_bill_earns_its_discount_into_its_cost() {
        assertThat(Cells.of(new RollForwards(DemoNavs.on("2026-03-31")).cost()))
                .contains("ILL-BILL-2026-04-02 | 12,996,059.66 | – | – | 1,313.44 | 12,997,373.10 | –");
    }

    @Test
    void shares_issued_and_redeemed_at_one_strike_are_there_at_the_next() {
        assertThat(Cells.of(new RollForwards(DemoNavs.on("2026-04-01")).shares()))
                .containsExactly(
                        "A | 212,504.6642 | 7,468.4383 | (5,974.7507) | 213,998.3518 | –",
                        "I | 327,782.8255 | – | – | 327,782.8255 | –",
                        "Check, opening + issued less redeemed less closing, of every class: –");
    }

    @ParameterizedTest
    @FieldSource("org.assay.reports.DemoNavs#VARIED")
    void net_assets_and_cost_roll_forward(String day) {
        RollForwards forwards = new RollForwards(DemoNavs.on(day));
        assertThat(Cells.of(forwards.netAssets()))
                .contains("Check, opening + what moved them less net assets as struck: –");
        assertThat(Cells.of(forwards.cost())).noneSatisfy(row -> assertThat(row).contains("DOES NOT TIE"));
    }
}
