package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookReportTest {
    private static final WorkbookReport REPORT = new WorkbookReport();

    static List<String> days() {
        return DemoNavs.VARIED;
    }

    @ParameterizedTest
    @MethodSource("days")
    void writing_twice_gives_the_same_bytes(String day) {
        StruckNav nav = DemoNavs.on(day);
        assertThat(DemoNavs.written(REPORT, nav)).isEqualTo(DemoNavs.written(new WorkbookReport(), nav));
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_figure_the_formulas_lead_to_is_the_struck_one(String day) throws IOException {
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, DemoNavs.on(day)))) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(outcomes(book)).isNotEmpty().containsOnly("PASS");
            assertThat(text(book, "Summary", "Classes add up to the fund")).isEqualTo("PASS");
            assertThat(text(book, "Summary", "Debits less credits")).isEqualTo("PASS");
            assertThat(text(book, "Summary", "Figures that differ from the struck ones"))
                    .isEqualTo("PASS");
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void nav_per_share_is_the_struck_one_to_the_last_digit(String day) throws IOException {
        StruckNav nav = DemoNavs.on(day);
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, nav))) {
            for (ClassNav shareClass : nav.result().classes()) {
                assertThat(perShare(book, shareClass.shareClass()))
                        .isEqualByComparingTo(shareClass.perShare().perUnit());
            }
        }
    }

    /** B has no shares since the 8th and left 0.35 too little, which A bears: 300,300.15 - 0.35. */
    @Test
    void what_a_class_without_shares_left_is_given_by_formula() throws IOException {
        LocalDate day = LocalDate.of(2026, 1, 8);
        StruckNav nav = DemoNavs.struck("ejb/pack/src/test/resources/golden/J02-class-left", day)
                .get(day);
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, nav))) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(outcomes(book)).isNotEmpty().containsOnly("PASS");
            assertThat(text(book, "Summary", "Figures that differ from the struck ones"))
                    .isEqualTo("PASS");
            assertThat(perShare(book, "A")).isEqualByComparingTo("100.0999");
        }
    }

    /** On its first day a class is worth 100, whose decimals count as well. */
    @Test
    void a_ten_thousandth_more_was_not_what_formulas_lead_to() throws IOException {
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, DemoNavs.on("2026-01-05")))) {
            find(book.getSheet("Struck"), "NAV per share, class A")
                    .orElseThrow()
                    .getCell(1)
                    .setCellValue(100.0001);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(outcomes(book))
                    .filteredOn(outcome -> !outcome.equals("PASS"))
                    .containsExactly("NAV per share, class A differs by -1.0E-4");
        }
    }

    /** What is stored is what a reader sees who does not calculate. */
    @ParameterizedTest
    @MethodSource("days")
    void stored_values_are_what_formulas_give(String day) throws IOException {
        try (XSSFWorkbook stored = open(DemoNavs.written(REPORT, DemoNavs.on(day)));
                XSSFWorkbook worked = open(DemoNavs.written(REPORT, DemoNavs.on(day)))) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(worked);
            for (Cell cell : cells(stored)) {
                if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                    Cell other = worked.getSheet(cell.getSheet().getSheetName())
                            .getRow(cell.getRowIndex())
                            .getCell(cell.getColumnIndex());
                    assertThat(cell.getNumericCellValue())
                            .as(cell.getSheet().getSheetName() + " " + cell.getAddress())
                            .isEqualTo(other.getNumericCellValue());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void constant_numbers_stand_only_on_sheets_that_are_not_worked(String day) throws IOException {
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, DemoNavs.on(day)))) {
            for (Cell cell : cells(book)) {
                Tab tab = tab(cell.getSheet());
                String where = tab.title() + " " + cell.getAddress();
                if (tab.kind() == Tab.Kind.FORMULAS) {
                    assertThat(cell.getCellType()).as(where).isNotEqualTo(CellType.NUMERIC);
                } else {
                    assertThat(cell.getCellType()).as(where).isNotEqualTo(CellType.FORMULA);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void no_formula_ends_in_an_error(String day) throws IOException {
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, DemoNavs.on(day)))) {
            List<String> errors = cells(book).stream()
                    .filter(cell -> cell.getCellType() == CellType.FORMULA)
                    .filter(cell -> cell.getCachedFormulaResultType() == CellType.ERROR)
                    .map(cell -> cell.getSheet().getSheetName() + " " + cell.getAddress())
                    .toList();
            assertThat(errors).isEmpty();
        }
    }

    /** TAO one dollar up: 10,500.12 more for the fund, 39.3 per cent of it for class A: 0.0194 a share. */
    @Test
    void a_token_price_moves_nav_per_share_by_quantity_times_change() throws IOException {
        moves("2026-03-13", "TAO", BigDecimal.ONE, BigDecimal.ONE);
    }

    /** A future's margin of the day counts in net assets: lots x 1,000 hours x change, and only on what is open. */
    @Test
    void a_settlement_moves_nav_per_share_by_the_margin_of_open_lots() throws IOException {
        moves("2026-03-31", "ILL-H100-2026-05", new BigDecimal("0.0010"), BigDecimal.valueOf(1_000));
        moves("2026-03-31", "ILL-H100-2026-05", new BigDecimal("-0.1"), BigDecimal.valueOf(1_000));
    }

    @Test
    void the_trial_balance_stays_at_zero_when_a_price_is_changed() throws IOException {
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, DemoNavs.on("2026-05-18")))) {
            price(book, "RENDER").setCellValue(3.21);
            price(book, "ILL-H100-2026-06").setCellValue(2.9);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertThat(text(book, "Summary", "Debits less credits")).isEqualTo("PASS");
            assertThat(text(book, "Summary", "Classes add up to the fund")).isEqualTo("PASS");
            assertThat(text(book, "Summary", "Margin less realised and unrealised"))
                    .isEqualTo("PASS");
            assertThat(outcomes(book)).contains("PASS").anyMatch(outcome -> outcome.contains("differs by"));
            assertThat(text(book, "Summary", "Figures that differ from the struck ones"))
                    .isNotEqualTo("PASS");
        }
    }

    /** By hand: the change of net assets goes to classes by their base, within the minor unit; half of it rounds. */
    static void moves(String day, String instrument, BigDecimal change, BigDecimal multiplier) throws IOException {
        StruckNav nav = DemoNavs.on(day);
        try (XSSFWorkbook book = open(DemoNavs.written(REPORT, nav))) {
            Cell price = price(book, instrument);
            price.setCellValue(
                    BigDecimal.valueOf(price.getNumericCellValue()).add(change).doubleValue());
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertMoved(book, nav, instrument, change, multiplier);
        }
    }

    static void assertMoved(
            XSSFWorkbook book, StruckNav nav, String instrument, BigDecimal change, BigDecimal multiplier) {
        BigDecimal gain = nav.result().positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .map(Position::quantity)
                .map(quantity -> quantity.units().multiply(change).multiply(multiplier))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bases = nav.result().classes().stream()
                .map(shareClass -> base(nav, shareClass))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cent = new BigDecimal("0.01");
        for (ClassNav shareClass : nav.result().classes()) {
            BigDecimal part = gain.multiply(base(nav, shareClass)).divide(bases, 10, RoundingMode.HALF_UP);
            BigDecimal least = perShare(shareClass, part.subtract(cent));
            BigDecimal most = perShare(shareClass, part.add(cent));
            assertThat(perShare(book, shareClass.shareClass()))
                    .as("NAV per share of class %s with %s moved by %s", shareClass.shareClass(), instrument, change)
                    .isBetween(least, most)
                    .isNotEqualByComparingTo(shareClass.perShare().perUnit());
        }
    }

    static BigDecimal perShare(XSSFWorkbook book, String shareClass) {
        String[] at =
                book.getName("NavPerShare_" + shareClass).getRefersToFormula().split("\\$", -1);
        return BigDecimal.valueOf(book.getSheet("Classes")
                .getRow(Integer.parseInt(at[2]) - 1)
                .getCell(14)
                .getNumericCellValue());
    }

    static Cell price(XSSFWorkbook book, String instrument) {
        return find(book.getSheet("Prices"), instrument).orElseThrow().getCell(4);
    }

    static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    static List<String> outcomes(XSSFWorkbook book) {
        List<String> outcomes = new ArrayList<>();
        Sheet sheet = book.getSheet("Tie-out");
        for (int i = Grid.FIRST - 1; i <= sheet.getLastRowNum(); i++) {
            Cell outcome = sheet.getRow(i).getCell(3);
            outcomes.add(
                    outcome.getCachedFormulaResultType() == CellType.STRING
                            ? outcome.getStringCellValue()
                            : sheet.getRow(i).getCell(0) + " differs by " + outcome.getNumericCellValue());
        }
        return outcomes;
    }

    private static BigDecimal perShare(ClassNav shareClass, BigDecimal more) {
        return shareClass
                .netAssets()
                .amount()
                .add(more)
                .divide(shareClass.shares().units(), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal base(StruckNav nav, ClassNav shareClass) {
        return nav.inputs().opening().classes().stream()
                .filter(state -> state.shareClass().equals(shareClass.shareClass()))
                .map(state -> state.netAssets().plus(shareClass.flow()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String text(XSSFWorkbook book, String sheet, String label) {
        Cell cell = find(book.getSheet(sheet), label).orElseThrow().getCell(1);
        return cell.getCachedFormulaResultType() == CellType.STRING
                ? cell.getStringCellValue()
                : String.valueOf(cell.getNumericCellValue());
    }

    private static Optional<Row> find(Sheet sheet, String label) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals(label)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    static List<Cell> cells(XSSFWorkbook book) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }

    private static Tab tab(Sheet sheet) {
        for (Tab tab : Tab.values()) {
            if (tab.title().equals(sheet.getSheetName())) {
                return tab;
            }
        }
        throw new IllegalStateException("no tab " + sheet.getSheetName());
    }
}
