package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.reports.DemoNavs;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;

class LotsTest {
    @Test
    void every_open_lot_is_told_and_several_of_one_holding_are_summed() {
        assertThat(Cells.of(Lots.of(DemoNavs.on("2026-03-31"), 2_000)))
                .startsWith(
                        "AKT | VAULT | T-012 | 2026-01-07 | 649,999.75 | 3.2781 | 3.2162 | 2,132,894.94 | (42,365.74) | –",
                        "AKT | VAULT | T-019 | 2026-03-03 | 200,000 | 3.5668 | 3.2162 | 714,073.36 | (70,833.36) | –",
                        "AKT | VAULT | 2 lots | 849,999.75 | 3.2162 | 2,846,968.30 | (113,199.10) | –")
                .endsWith(
                        "All lots | 14 lots | 22,940,606.21 | 12,227.42 | –",
                        "Check, cost of lots less cost of positions: –");
    }

    @Test
    void of_more_lots_than_are_printed_the_sums_stand_alone() {
        assertThat(Cells.of(Lots.of(DemoNavs.on("2026-03-31"), 13)))
                .startsWith(
                        "14 lots are open: each holding's sum stands here, each lot in the workbook.",
                        "AKT | VAULT | 2 lots | 849,999.75 | 3.2162 | 2,846,968.30 | (113,199.10) | –",
                        "ILL-BILL-2026-04-02 | FCM | 1 lot | 1,000,000 | 0.999798 | 999,797.93 | 0.07 | –")
                .endsWith(
                        "All lots | 14 lots | 22,940,606.21 | 12,227.42 | –",
                        "Check, cost of lots less cost of positions: –");
    }
}
