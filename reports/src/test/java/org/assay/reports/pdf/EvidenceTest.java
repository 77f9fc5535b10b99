package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.kernel.nav.NavResult.Control;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void every_control_says_what_it_looked_at_and_how_many() {
        StruckNav nav = DemoNavs.on("2026-03-31");
        assertThat(Cells.of(Evidence.controls(nav)))
                .hasSameSizeAs(nav.result().controls())
                .contains(
                        "C05 | NAV per share x shares | NAV per share x shares = net assets, within rounding | classes"
                                + " | 2 | – | pass")
                .allSatisfy(row -> assertThat(row.split(" \\| ", -1)).hasSize(7));
        assertThat(nav.result().controls()).extracting(Control::failed).containsOnly(0);
    }

    /** The custodian's file of 3 March came on the 5th. */
    @Test
    void what_came_after_its_day_was_struck_is_told_with_both_times() {
        assertThat(Cells.of(Evidence.backDated(DemoNavs.on("2026-03-05"))))
                .containsExactly("T-019 | Trade | 2026-03-03 17:00 | 2026-03-05 18:00"
                        + " | bought 200000 AKT at 3.5668 USD, traded 2026-03-03 | illustrative custodian, late file");
        assertThat(Cells.of(Evidence.findings(DemoNavs.on("2026-03-05"))))
                .anySatisfy(row -> assertThat(row).startsWith("C32 | Review | T-019 | 1 | – |"));
    }

    @Test
    void a_day_without_late_facts_says_so_in_a_line() {
        assertThat(Cells.of(Evidence.backDated(DemoNavs.on("2026-03-31"))))
                .containsExactly("No fact of this strike came after its own day was struck.");
    }
}
