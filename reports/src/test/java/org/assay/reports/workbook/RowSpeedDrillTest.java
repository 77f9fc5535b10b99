package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.assay.reports.SideBySide;
import org.assay.reports.table.TableBook;
import org.junit.jupiter.api.Test;

/** Rows of ten cells: our two ways beside what the library does by itself, with as many styles. */
class RowSpeedDrillTest {
    private static final int ROWS = 200_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final BigDecimal PRICE = new BigDecimal("3.2815");

    @Test
    void rows_of_the_nav_workbook_are_written_at_eight_tenths_of_the_rate_of_plain_poi() throws Exception {
        assumeTrue(SideBySide.isAsked(), "a benchmark");
        assertThat(SideBySide.ratio("rows of the NAV workbook", "rows", ROWS, RowSpeedDrillTest::plain, times -> {
                    Book book = new Book();
                    new Grid(book, Tab.LOTS, "note", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J").close();
                    book.later(Tab.LOTS, rows -> {
                        for (int i = 0; i < times; i++) {
                            rows.row()
                                    .text("T-" + i)
                                    .text("open")
                                    .text("ILL-QUERN")
                                    .text("VAULT")
                                    .date(DAY);
                            rows.number(BigDecimal.valueOf(i), 0).number(PRICE, 2);
                            rows.number(cents(i), 2).number(cents(i), 2).text("1100");
                        }
                    });
                    book.write(Instant.EPOCH, "rows", OutputStream.nullOutputStream());
                }))
                .isPositive();
    }

    @Test
    void rows_of_a_list_are_written_at_eight_tenths_of_the_rate_of_plain_poi() throws Exception {
        assumeTrue(SideBySide.isAsked(), "a benchmark");
        assertThat(SideBySide.ratio("rows of a list", "rows", ROWS, RowSpeedDrillTest::plain, times -> {
                    TableBook book =
                            new TableBook("rows", "note", List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"));
                    for (int i = 0; i < times; i++) {
                        book.row(List.of(
                                new TableBook.Text("T-" + i),
                                new TableBook.Text("open"),
                                new TableBook.Text("ILL-QUERN"),
                                new TableBook.Text("VAULT"),
                                new TableBook.Day(DAY),
                                new TableBook.Figure(BigDecimal.valueOf(i)),
                                new TableBook.Figure(PRICE),
                                new TableBook.Figure(cents(i)),
                                new TableBook.Figure(cents(i)),
                                new TableBook.Text("1100")));
                    }
                    book.write("rows", Instant.EPOCH, OutputStream.nullOutputStream());
                }))
                .isPositive();
    }

    private static void plain(int times) throws Exception {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            CellStyle number = workbook.createCellStyle();
            number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = workbook.createSheet("rows");
            for (int i = 0; i < times; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("T-" + i);
                row.createCell(1).setCellValue("open");
                row.createCell(2).setCellValue("ILL-QUERN");
                row.createCell(3).setCellValue("VAULT");
                row.createCell(4).setCellValue(DAY);
                row.getCell(4).setCellStyle(date);
                List<BigDecimal> numbers = List.of(BigDecimal.valueOf(i), PRICE, cents(i), cents(i));
                for (int j = 0; j < numbers.size(); j++) {
                    row.createCell(5 + j).setCellValue(numbers.get(j).doubleValue());
                    row.getCell(5 + j).setCellStyle(number);
                }
                row.createCell(9).setCellValue("1100");
            }
            workbook.write(OutputStream.nullOutputStream());
        }
    }

    private static BigDecimal cents(int i) {
        return BigDecimal.valueOf(i * 7L + 13, 2);
    }
}
