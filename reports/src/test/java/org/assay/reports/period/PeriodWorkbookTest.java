package org.assay.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.DemoBooks;
import org.assay.reports.Report;
import org.assay.reports.SignOff;
import org.assay.reports.workbook.Calc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodWorkbookTest {
    private static final byte[] YEAR =
            DemoBooks.written(new YearWorkbook(), DemoBooks.living("ILL-BALANCED", "2026-01-30"));

    @TempDir
    Path folder;

    @Test
    void writing_twice_gives_the_same_bytes() {
        DemoBooks books = DemoBooks.demo("2026-03-04");
        assertThat(DemoBooks.written(new MonthWorkbook(), books))
                .isEqualTo(DemoBooks.written(new MonthWorkbook(), books));
    }

    @Test
    void the_sheets_stand_in_their_order_and_a_month_has_no_year_end() throws IOException {
        try (XSSFWorkbook month = open(new MonthWorkbook(), DemoBooks.demo("2026-03-31"));
                XSSFWorkbook year = open(YEAR)) {
            assertThat(sheets(month))
                    .isEqualTo(PeriodReport.tabs(Span.MONTH).stream()
                            .map(Tab::title)
                            .toList());
            assertThat(sheets(year)).contains("Year-end").hasSize(sheets(month).size() + 1);
            assertThat(month.getSheetVisibility(0)).isEqualTo(SheetVisibility.VISIBLE);
        }
    }

    @Test
    void every_formula_comes_to_the_figure_that_stands_beside_it() throws IOException {
        try (XSSFWorkbook book = open(YEAR)) {
            List<String> stored = formulas(book);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(stored).hasSizeGreaterThan(400);
            assertThat(formulas(book))
                    .filteredOn(line -> !stored.contains(line))
                    .isEmpty();
        }
    }

    @Test
    void libre_office_comes_to_the_same_figures() throws IOException, InterruptedException {
        Calc.mustBeThere();
        Path file = folder.resolve("period.xlsx");
        Files.write(file, YEAR);
        try (XSSFWorkbook written = new XSSFWorkbook(Files.newInputStream(file));
                XSSFWorkbook worked = new XSSFWorkbook(Files.newInputStream(
                        new Calc(folder).work(List.of(file)).resolve(file.getFileName())))) {
            List<String> stored = formulas(written);
            assertThat(formulas(worked))
                    .hasSameSizeAs(stored)
                    .filteredOn(line -> !stored.contains(line))
                    .isEmpty();
        }
    }

    @Test
    void a_figure_that_is_changed_makes_its_check_say_by_how_much() throws IOException {
        try (XSSFWorkbook book = open(new MonthWorkbook(), DemoBooks.demo("2026-03-31"))) {
            Sheet ledger = book.getSheet("General ledger");
            var debit = ledger.getRow(3).getCell(10);
            debit.setCellValue(debit.getNumericCellValue() + 1.25);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(outcome(book, "Every debit of the journal has its credit"))
                    .isEqualTo("1.25");
            assertThat(outcome(book, "Every closing balance is the one the books hold"))
                    .isEqualTo("1.25");
            assertThat(outcome(book, "Classes add up to the fund")).isEqualTo("PASS");
        }
    }

    @Test
    void a_name_that_looks_like_a_formula_stays_text() throws IOException {
        SignOff sign = new SignOff("=cmd|' /C calc'!A0", "approved", Instant.EPOCH, "=1+1");
        try (XSSFWorkbook book =
                open(new MonthWorkbook(), DemoBooks.demo("2026-01-09").signed(sign))) {
            assertThat(cells(book, "Summary")).contains("=cmd|' /C calc'!A0 approved 1970-01-01T00:00:00Z =1+1");
            for (Sheet sheet : book) {
                sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().startsWith("=")) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }));
            }
        }
    }

    /** Two rows a sheet: five lines lie on three sheets, and the sum is over all of them. */
    @Test
    void a_list_longer_than_a_sheet_goes_on_on_another() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets sheets = new Sheets(List.of(Tab.LEDGER, Tab.SUMMARY), 2)) {
            TableHead head = new TableHead(
                    Tab.LEDGER,
                    "period-ledger",
                    "General ledger",
                    "note",
                    List.of(
                            Column.text("Account").named("Ledger_Account"),
                            Column.figure("Debit").named("Ledger_Debit")));
            Outlet.Rows rows = sheets.begin(head);
            for (int i = 1; i <= 5; i++) {
                rows.add(Row.of(Cell.text(i % 2 == 0 ? "1000" : "1010"), Cell.of(new BigDecimal(i + ".50"))));
            }
            rows.add(Row.total(
                    Cell.text("Total"), Cell.of(new BigDecimal("17.50")).by(sheets.sum("Ledger_Debit"))));
            Outlet.Rows summary = sheets.begin(new TableHead(
                    Tab.SUMMARY, "period-people", "Summary", "note", List.of(Column.text("A"), Column.figure("B"))));
            summary.add(Row.of(
                    Cell.text("1010"),
                    Cell.of(new BigDecimal("10.50")).by(sheets.sumWhere("Ledger_Debit", "Ledger_Account", "A#"))));
            sheets.write("test", Instant.EPOCH, out);
        }
        try (XSSFWorkbook book = open(out.toByteArray())) {
            assertThat(sheets(book))
                    .containsExactly("General ledger", "General ledger 2", "General ledger 3", "Summary");
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(cells(book, "General ledger 3")).contains("5.5", "17.5");
            assertThat(cells(book, "Summary")).contains("10.5");
        }
    }

    /** A spreadsheet holds fifteen digits of a number; a token has eighteen decimals. */
    @Test
    void a_quantity_with_more_digits_than_a_spreadsheet_keeps_every_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets sheets = new Sheets(List.of(Tab.HOLDINGS))) {
            sheets.begin(new TableHead(Tab.HOLDINGS, "", "Holdings", "", List.of(Column.figure("Quantity"))))
                    .add(Row.of(Cell.of(new BigDecimal("1.123456789012345678"))));
            sheets.write("test", Instant.EPOCH, out);
        }
        try (XSSFWorkbook book = open(out.toByteArray())) {
            assertThat(cells(book, "Holdings")).contains("1.123456789012345678");
        }
    }

    private static XSSFWorkbook open(Report report, DemoBooks books) throws IOException {
        return open(DemoBooks.written(report, books));
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<String> sheets(XSSFWorkbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    /** Where each stands, with its value at eight decimals. */
    private static List<String> formulas(XSSFWorkbook book) {
        List<String> formulas = new ArrayList<>();
        for (Sheet sheet : book) {
            sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add("%s!%s %s".formatted(sheet.getSheetName(), cell.getAddress(), value(cell)));
                }
            }));
        }
        return formulas;
    }

    private static List<String> cells(XSSFWorkbook book, String sheet) {
        List<String> cells = new ArrayList<>();
        book.getSheet(sheet).forEach(row -> row.forEach(cell -> cells.add(value(cell))));
        return cells;
    }

    private static String outcome(XSSFWorkbook book, String claim) {
        for (org.apache.poi.ss.usermodel.Row row : book.getSheet("Summary")) {
            if (row.getCell(0) != null && value(row.getCell(0)).equals(claim)) {
                return value(row.getCell(3));
            }
        }
        throw new IllegalArgumentException("no check " + claim);
    }

    private static String value(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                new BigDecimal(cell.getNumericCellValue())
                        .setScale(8, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
            default -> type.name();
        };
    }
}
