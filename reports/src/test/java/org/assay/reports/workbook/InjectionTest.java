package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.DemoNavs;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and reasons come from people: none of them may become a formula in the auditor's spreadsheet. */
class InjectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "\t=1+1"})
    void text_that_looks_like_a_formula_stays_text(String text) throws IOException {
        Book book = new Book();
        Grid grid = new Grid(book, Tab.PROVENANCE, "note", "What", "Value");
        grid.row().text(text).number(new BigDecimal("-5.25"), 2);
        try (XSSFWorkbook written = written(book)) {
            Row row = written.getSheet("Provenance").getRow(Grid.FIRST - 1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(text);
            assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-5.25);
        }
    }

    @Test
    void a_reason_that_looks_like_a_formula_stays_text_in_the_report() throws IOException {
        StruckNav nav = DemoNavs.on("2026-03-31");
        SignOff sign = new SignOff("=cmd|' /C calc'!A0", "approved", Instant.EPOCH, "=1+1");
        StruckNav signed =
                new StruckNav(nav.fund(), nav.inputs(), nav.result(), 1, 1, "Approved", List.of(sign), List.of());
        try (XSSFWorkbook book = WorkbookReportTest.open(DemoNavs.written(new WorkbookReport(), signed))) {
            Sheet sheet = book.getSheet("Provenance");
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
        }
    }

    private static XSSFWorkbook written(Book book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(Instant.EPOCH, "test", out);
        return WorkbookReportTest.open(out.toByteArray());
    }
}
