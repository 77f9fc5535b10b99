package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.reports.CodeVersion;
import org.assay.reports.ControlWords;
import org.assay.reports.DemoNavs;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NavPackReportTest {
    private static final NavPackReport REPORT = new NavPackReport();
    /** Each printed once, as every test asks for the same. */
    private static final IdentityHashMap<StruckNav, byte[]> PRINTED = new IdentityHashMap<>();

    /** The first day, a day of a roll, a month end, a day on which capital entered, the last. */
    static List<String> days() {
        return DemoNavs.VARIED;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05", "2026-02-18", "2026-03-31"})
    void rendering_twice_gives_the_same_bytes(String day) {
        StruckNav nav = DemoNavs.on(day);
        assertThat(DemoNavs.written(new NavPackReport(), nav)).isEqualTo(printed(nav));
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
            ControlWords words = ControlWords.of(control.code()).orElseThrow();
            assertThat(all).contains("%s %s %s".formatted(control.code(), words.name(), words.claim()));
        }
        for (Finding finding : nav.result().findings()) {
            assertThat(all).contains(finding.control(), finding.subject().split(" ", -1)[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void everything_ties(String day) throws IOException {
        assertThat(String.join("\n", pages(DemoNavs.on(day))))
                .contains("Check, closing debits less closing credits: –")
                .doesNotContain("DOES NOT TIE");
    }

    @ParameterizedTest
    @MethodSource("days")
    void the_contents_name_the_page_each_section_begins_on(String day) throws IOException {
        List<String> pages = pages(DemoNavs.on(day));
        for (String title : List.of("Statement of operations of the day", "Open lots", "Charts", "Back-dated items")) {
            Matcher line = Pattern.compile(title + "\\s+(\\d+)").matcher(pages.get(0));
            assertThat(line.find()).as(title).isTrue();
            assertThat(pages.get(Integer.parseInt(line.group(1)) - 1)).contains(title);
        }
    }

    @Test
    void the_cover_says_by_which_program_rules_and_prices() throws IOException {
        StruckNav nav = DemoNavs.on("2026-03-31");
        assertThat(pages(nav).get(0))
                .contains(
                        CodeVersion.text(),
                        nav.inputs().termsDigest(),
                        nav.inputs().marketDigest());
    }

    /** Small type is where a reader gives up. */
    @Test
    void no_letter_is_smaller_than_six_and_a_half_points() throws IOException {
        SortedSet<Float> sizes = new TreeSet<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                sizes.add(text.getFontSize() * text.getTextMatrix().getScalingFactorY());
            }
        };
        try (PDDocument document = Loader.loadPDF(printed(DemoNavs.on("2026-02-18")))) {
            stripper.getText(document);
        }
        assertThat(sizes.first()).isGreaterThanOrEqualTo(6.5f);
    }

    @Test
    void who_signed_stands_on_the_first_page_with_time_and_reason() throws IOException {
        StruckNav nav = DemoNavs.on("2026-03-31");
        SignOff sign = new SignOff("Second Person", "approved", Instant.parse("2026-04-01T03:00:00Z"), "all in order");
        StruckNav signed =
                new StruckNav(nav.fund(), nav.inputs(), nav.result(), 2, 3, "Approved", List.of(sign), nav.history());
        assertThat(pages(signed).get(0))
                .containsPattern("Second Person\\s+approved\\s+2026-04-01 03:00\\s+all in order")
                .contains("Version 2, attempt 3: Approved", "2, 3")
                .doesNotContain("not signed");
    }

    private static byte[] printed(StruckNav nav) {
        return PRINTED.computeIfAbsent(nav, fresh -> DemoNavs.written(REPORT, fresh));
    }

    static List<String> pages(StruckNav nav) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(printed(nav))) {
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
