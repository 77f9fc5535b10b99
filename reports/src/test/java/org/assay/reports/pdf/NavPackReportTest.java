package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.reports.ControlWords;
import org.assay.reports.DemoNavs;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NavPackReportTest {
    private static final NavPackReport REPORT = new NavPackReport();

    /** The first day, a day of a roll, a month end, a day on which capital entered, the last. */
    static List<String> days() {
        return DemoNavs.VARIED;
    }

    @ParameterizedTest
    @MethodSource("days")
    void rendering_twice_gives_the_same_bytes(String day) {
        StruckNav nav = DemoNavs.on(day);
        assertThat(DemoNavs.written(REPORT, nav)).isEqualTo(DemoNavs.written(new NavPackReport(), nav));
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_page_says_fund_date_digests_number_and_that_data_is_invented(String day) throws IOException {
        StruckNav nav = DemoNavs.on(day);
        List<String> pages = pages(nav);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("ILL-COMPUTE", "NAV of " + day, "Illustrative - invented data")
                    .contains(nav.inputs().digest(), nav.result().digest())
                    .contains("page %s of %s".formatted(i + 1, pages.size()));
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void the_first_page_holds_net_assets_and_nav_per_share_of_each_class(String day) throws IOException {
        StruckNav nav = DemoNavs.on(day);
        String page = pages(nav).get(0);
        for (ClassNav shareClass : nav.result().classes()) {
            assertThat(page)
                    .contains(text(Figures.of(shareClass.netAssets())))
                    .contains(text(Figures.of(shareClass.perShare(), 4)))
                    .contains(text(Figures.of(shareClass.shares())));
        }
        assertThat(page).contains("Review, not signed", "Not signed.");
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_control_that_ran_and_every_finding_is_printed(String day) throws IOException {
        StruckNav nav = DemoNavs.on(day);
        String all = String.join("\n", pages(nav));
        for (Control control : nav.result().controls()) {
            assertThat(all)
                    .contains(control.code() + " "
                            + ControlWords.of(control.code()).orElseThrow().claim());
        }
        for (Finding finding : nav.result().findings()) {
            assertThat(all).contains(finding.control(), finding.subject().split(" ", -1)[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void everything_ties(String day) throws IOException {
        assertThat(String.join("\n", pages(DemoNavs.on(day))))
                .contains("Debits and credits agree.")
                .doesNotContain("DOES NOT TIE");
    }

    @Test
    void who_signed_stands_on_the_first_page_with_time_and_reason() throws IOException {
        StruckNav nav = DemoNavs.on("2026-03-31");
        SignOff sign = new SignOff("Second Person", "approved", Instant.parse("2026-04-01T03:00:00Z"), "all in order");
        StruckNav signed =
                new StruckNav(nav.fund(), nav.inputs(), nav.result(), 2, 3, "Approved", List.of(sign), nav.history());
        assertThat(pages(signed).get(0))
                .contains("Second Person approved, 2026-03-31 23:00 America/New_York")
                .contains("all in order", "Version 2, attempt 3: Approved")
                .doesNotContain("not signed");
    }

    static List<String> pages(StruckNav nav) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(DemoNavs.written(REPORT, nav))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(text(stripper.getText(document)));
            }
        }
        return pages;
    }

    private static String text(String printed) {
        return printed.replace('\u00a0', ' ').strip();
    }
}
