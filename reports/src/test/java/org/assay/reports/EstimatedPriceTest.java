package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;
import org.junit.jupiter.api.Test;

/** A price nobody observed is called estimated on paper and in the workbook, with what it was made of. */
class EstimatedPriceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);
    private static final StruckNav NAV = DemoNavs.struck("ejb/pack/src/test/resources/golden/C36-price-estimated", DAY)
            .get(DAY);

    @Test
    void the_nav_pack_names_the_proxy_and_prints_the_finding() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DemoNavs.written(new NavPackReport(), NAV))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("estimated by the move of AKT 75,000.00")
                    .contains("estimated 7.6875 USD = 7.5 USD of 2026-01-07 x 3.28 USD / 3.2 USD");
        }
    }

    @Test
    void the_workbook_says_how_it_was_made_and_still_ties() throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(DemoNavs.written(new WorkbookReport(), NAV)))) {
            assertThat(row(book, "Provenance", "Price of RENDER"))
                    .containsExactly(
                            "estimated 7.6875 USD = 7.5 USD of 2026-01-07 x 3.28 USD / 3.2 USD, AKT of 2026-01-08 and"
                                    + " 2026-01-07",
                            "7.6875",
                            "3");
            assertThat(row(book, "Summary", "Figures that differ from the struck ones"))
                    .containsExactly("PASS");
        }
    }

    /** What stands behind the first cell of the row that starts so. */
    private static List<String> row(XSSFWorkbook book, String sheet, String starts) {
        FormulaEvaluator evaluator = new XSSFFormulaEvaluator(book);
        for (Row row : book.getSheet(sheet)) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(new DataFormatter().formatCellValue(cell, evaluator)));
            if (!cells.isEmpty() && cells.get(0).equals(starts)) {
                return cells.stream().skip(1).filter(text -> !text.isEmpty()).toList();
            }
        }
        throw new AssertionError("no row '%s' on %s".formatted(starts, sheet));
    }
}
