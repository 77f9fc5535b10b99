package org.assay.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.kernel.money.Currency;
import org.assay.reports.DemoBooks;
import org.assay.reports.FigureText;
import org.assay.reports.Report;
import org.assay.reports.layout.ArchiveCheck;
import org.assay.reports.layout.Section;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PeriodReportTest {
    private static final DemoBooks MONTH = DemoBooks.demo("2026-03-13");
    private static final List<String> PAGES = pages(new MonthReport(), MONTH);
    private static final Currency USD = new Currency("USD", 2);

    @Test
    void rendering_twice_gives_the_same_bytes() {
        DemoBooks books = DemoBooks.demo("2026-03-04");
        assertThat(DemoBooks.written(new MonthReport(), books)).isEqualTo(DemoBooks.written(new MonthReport(), books));
    }

    @Test
    void a_report_is_pdf_a_2b_and_2a() {
        byte[] pdf = DemoBooks.written(new YearReport(), DemoBooks.demo("2026-01-05"));
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void every_page_says_fund_period_digests_number_and_that_data_is_invented() {
        for (int i = 0; i < PAGES.size(); i++) {
            assertThat(PAGES.get(i))
                    .contains("ILL-COMPUTE", "Month to date 2026-03-13", "Illustrative - invented data")
                    .contains(
                            MONTH.nav().inputs().digest(), MONTH.nav().result().digest())
                    .contains("page %s of %s".formatted(i + 1, PAGES.size()));
        }
    }

    /** A figure that does not fit its column would be cut in two, and not be found. */
    @Test
    void every_figure_of_the_workbook_stands_on_paper_whole() {
        Set<String> words = new HashSet<>(List.of(String.join(" ", PAGES).split("\\s+", -1)));
        Recorder told = Recorder.of(MONTH, Span.MONTH);
        for (String title : List.of(
                "Classes",
                "Statement of operations",
                "Statement of changes in net assets",
                "Shares",
                "Financial highlights",
                "Trial balance",
                "The journal by kind of entry and account",
                "Holdings: quantity and cost",
                "Holdings: fair value",
                "Futures: margin",
                "Purchases and sales",
                "Realised gains by lot",
                "NAV by day and class",
                "General ledger")) {
            for (BigDecimal figure : told.figures(title)) {
                assertThat(words.contains(FigureText.of(figure)))
                        .as("%s in %s", FigureText.of(figure), title)
                        .isTrue();
            }
        }
    }

    @Test
    void the_files_are_told_apart_by_their_names() {
        assertThat(Stream.of(new MonthReport(), new MonthWorkbook(), new YearReport(), new YearWorkbook())
                        .map(report -> report.fileName(MONTH.nav())))
                .containsExactly(
                        "ILL-COMPUTE_2026-03-13_v1_month.pdf",
                        "ILL-COMPUTE_2026-03-13_v1_month-workbook.xlsx",
                        "ILL-COMPUTE_2026-03-13_v1_year.pdf",
                        "ILL-COMPUTE_2026-03-13_v1_year-workbook.xlsx");
    }

    @Test
    void a_list_too_long_for_paper_says_where_it_stands_and_keeps_its_sum() {
        Leaf leaf = new Leaf(ledger(Column.text("Account"), Column.figure("Debit")), 2);
        for (int i = 0; i < 3; i++) {
            leaf.add(Row.of(Cell.text("1000"), Cell.of(new BigDecimal("1.00"))));
        }
        leaf.add(Row.total(Cell.text("Total"), Cell.of(new BigDecimal("3.00"))));
        assertThat(texts(leaf.sections(USD).get(0)))
                .containsExactly(
                        "3 rows, more than paper is for: the workbook of this period has them on sheet General ledger.",
                        "Total");
    }

    @Test
    void what_does_not_tie_is_said_aloud() {
        Leaf leaf = new Leaf(ledger(Column.text("Account"), Column.figure("Debit")), 2);
        leaf.add(Row.of(Cell.text("1000"), Cell.of(new BigDecimal("1.00"))));
        leaf.check(List.of(
                new Check("one is one", side("1.00"), side("1.00")),
                new Check("one is two", side("1.00"), side("2.00"))));
        assertThat(texts(leaf.sections(USD).get(0)))
                .containsExactly("1000", "Check, one is one: –", "DOES NOT TIE by -1.00: one is two");
    }

    @Test
    void more_classes_than_a_page_is_wide_make_another_table() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Account")));
        List<Cell> cells = new ArrayList<>(List.of(Cell.text("4240")));
        for (int i = 0; i < 7; i++) {
            columns.add(Column.ofClass("Class " + i));
            cells.add(Cell.count(i));
        }
        Leaf leaf = new Leaf(ledger(columns.toArray(Column[]::new)), 2);
        leaf.add(Row.of(cells));
        List<Section> sections = leaf.sections(USD);
        assertThat(sections).hasSize(2);
        assertThat(given(sections.get(0), "h2", "h6", "title")).containsExactly("Class 0", "Class 4", "General ledger");
        assertThat(given(sections.get(1), "h2", "h3", "title"))
                .containsExactly("Class 5", "Class 6", "General ledger, more classes");
    }

    private static List<String> given(Section section, String... names) {
        return Stream.of(names)
                .map(name -> section.parameters().get(name).toString())
                .toList();
    }

    private static TableHead ledger(Column... columns) {
        return new TableHead(Tab.LEDGER, "period-ledger", "General ledger", "", List.of(columns));
    }

    private static Check.Side side(String number) {
        return Check.Side.of(new BigDecimal(number));
    }

    private static List<String> texts(Section section) {
        return section.rows().stream().map(row -> row.get("c1").toString()).toList();
    }

    private static List<String> pages(Report report, DemoBooks books) {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(DemoBooks.written(report, books))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replace('\u00a0', ' ').strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }
}
