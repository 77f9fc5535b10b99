package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;
import org.junit.jupiter.api.Test;

class StruckNavTest {
    private static final StruckNav NAV = DemoNavs.on("2026-03-31");

    @Test
    void a_result_of_other_inputs_is_refused() {
        StruckNav other = DemoNavs.on("2026-04-01");
        assertThatThrownBy(() ->
                        new StruckNav(NAV.fund(), other.inputs(), NAV.result(), 1, 1, "Review", List.of(), List.of()))
                .hasMessageContaining("struck from other inputs");
    }

    @Test
    void a_status_that_is_no_word_of_the_house_is_refused() {
        assertThatThrownBy(
                        () -> new StruckNav(NAV.fund(), NAV.inputs(), NAV.result(), 1, 1, "Done", List.of(), List.of()))
                .hasMessageContaining(
                        "expected one of [Abandoned, Approved, Held, Proposed, Published, Review, Superseded]");
    }

    @Test
    void a_file_is_named_by_fund_day_version_and_kind() {
        assertThat(new NavPackReport().fileName(NAV)).isEqualTo("ILL-COMPUTE_2026-03-31_v1_nav-pack.pdf");
        assertThat(new WorkbookReport().fileName(NAV)).isEqualTo("ILL-COMPUTE_2026-03-31_v1_workbook.xlsx");
    }
}
