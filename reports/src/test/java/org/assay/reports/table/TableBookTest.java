package org.assay.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.table.TableBook.Day;
import org.assay.reports.table.TableBook.Figure;
import org.assay.reports.table.TableBook.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableBookTest {
    private static final int MANY = 100_000;

    @Test
    void a_number_is_a_number_with_its_decimals_and_a_date_is_a_date() throws IOException {
        Row row = only(new Figure(new BigDecimal("-1234.50")), new Day(LocalDate.of(2026, 5, 29)), new Text("RENDER"));
        assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(-1234.5);
        assertThat(shown(row.getCell(0))).isEqualTo("(1,234.50)");
        assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-05-29");
        assertThat(shown(row.getCell(1))).isEqualTo("2026-05-29");
        assertThat(row.getCell(2).getStringCellValue()).isEqualTo("RENDER");
    }

    @Test
    void zero_is_a_dash_and_keeps_being_a_number() throws IOException {
        Row row = only(new Figure(new BigDecimal("0.00")));
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(shown(row.getCell(0)).strip()).isEqualTo("–");
    }

    /** A spreadsheet's number has 15 digits: 9199.623456789012345 would lose three. */
    @Test
    void a_number_that_would_lose_digits_is_written_whole_as_text() throws IOException {
        Row row =
                only(new Figure(new BigDecimal("9199.623456789012345")), new Figure(new BigDecimal("999999999999.99")));
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("9199.623456789012345");
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(new BigDecimal(Double.toString(row.getCell(1).getNumericCellValue())))
                .isEqualByComparingTo("999999999999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "\t=1+1"})
    void text_that_looks_like_a_formula_stays_text(String text) throws IOException {
        Cell cell = only(new Text(text)).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void a_hundred_thousand_rows_are_all_there() throws IOException {
        TableBook book = new TableBook("lots", "note", List.of("Lot", "Cost, USD"));
        for (int i = 0; i < MANY; i++) {
            book.row(List.of(new Text("L-" + i), new Figure(BigDecimal.valueOf(i, 2))));
        }
        Sheet sheet = written(book);
        assertThat(sheet.getLastRowNum()).isEqualTo(TableBook.FIRST - 2 + MANY);
        assertThat(sheet.getRow(TableBook.FIRST - 2 + MANY).getCell(0).getStringCellValue())
                .isEqualTo("L-" + (MANY - 1));
    }

    private static Row only(TableBook.Cell... cells) throws IOException {
        TableBook book = new TableBook("title", "note", List.of("A", "B", "C"));
        book.row(List.of(cells));
        return written(book).getRow(TableBook.FIRST - 1);
    }

    private static Sheet written(TableBook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write("title", Instant.EPOCH, out);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return read.getSheetAt(0);
        }
    }

    private static String shown(Cell cell) {
        return new DataFormatter(java.util.Locale.ROOT).formatCellValue(cell).strip();
    }
}
