package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.reports.LivingNavs;
import org.assay.reports.LivingNavs.Struck;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One input cell is changed; NAV per share of every class moves by what a pencil says, to the last digit. */
class WorkbookChangeTest {
    private static final Struck STRUCK = LivingNavs.on("ILL-BALANCED", "2026-03-13");
    private static final StruckNav NAV = STRUCK.nav();
    private static final ByHand HAND = new ByHand(NAV);
    private static final String TOKEN = "ILL-QUERN";
    private static final BigDecimal UNITS = BigDecimal.valueOf(1_000);
    private static final Currency EURO = new Currency("EUR", 2);

    @TempDir
    Path folder;

    /**
     * @param cell its sheet, the head of its column, and the texts its row begins with
     * @param perShare what NAV per share comes to, by class
     * @param left figures that are the struck ones no more, as Tie-out calls them
     */
    private record Change(
            String what, List<String> cell, String more, SortedMap<String, BigDecimal> perShare, List<String> left) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Change> changes() {
        String custody = HAND.position(TOKEN).location();
        String held = TOKEN + " at " + custody;
        Lot future = lot(lot -> lot.instrument().startsWith("ILL-CX"));
        String contract = future.instrument();
        String margin = contract + " at " + future.location();
        String claim = NAV.result().closing().balances().stream()
                .map(balance -> balance.key().account())
                .filter(account -> account == Account.VARIATION_MARGIN_PAYABLE)
                .findFirst()
                .orElse(Account.VARIATION_MARGIN_RECEIVABLE)
                .code();
        ClassFee fee = NAV.result().fees().get(0);
        List<String> ofPrice = List.of("unrealised: price, " + held, "account 1150", "account 4100");
        return List.of(
                new Change(
                        "the price of a token, a cent up",
                        List.of("Prices", "Price, per unit", TOKEN),
                        "0.01",
                        HAND.perShare(HAND.gain(TOKEN, BigDecimal.ZERO, new BigDecimal("0.01")), "", BigDecimal.ZERO),
                        all(List.of("market value, " + held), ofPrice, ofFund())),
                new Change(
                        "the quantity of a lot, a thousand tokens more",
                        List.of(
                                "Lots",
                                "Quantity",
                                lot(lot -> lot.instrument().equals(TOKEN)).id()),
                        "1000",
                        HAND.perShare(
                                HAND.gain(TOKEN, BigDecimal.valueOf(1_000), BigDecimal.ZERO), "", BigDecimal.ZERO),
                        all(List.of("quantity, " + held, "market value, " + held), ofPrice, ofFund())),
                new Change(
                        "a management fee, a tenth of a percent more a year",
                        List.of("Fee inputs", "Rate a year", fee.shareClass()),
                        "0.001",
                        HAND.perShare(BigDecimal.ZERO, fee.shareClass(), moreFee(fee)),
                        List.of(
                                "fee, class %s from %s"
                                        .formatted(
                                                fee.shareClass(),
                                                fee.accrual().days().from()),
                                "account 2100",
                                "account 5000",
                                "net assets of the fund",
                                "net assets, class " + fee.shareClass(),
                                "NAV per share, class " + fee.shareClass())),
                new Change(
                        "the euro, a twentieth of a cent up",
                        List.of("Rates", "Rate", "EUR"),
                        "0.0005",
                        HAND.perShare(moreDollars(new BigDecimal("0.0005")), "", BigDecimal.ZERO),
                        all(
                                List.of("market value, EUR at "
                                        + HAND.position("EUR").location()),
                                List.of("account 1160", "account 4110"),
                                ofFund())),
                new Change(
                        "a settlement, a tenth of a cent up",
                        List.of("Prices", "Price, per unit", contract),
                        "0.001",
                        HAND.perShare(HAND.margin(contract, UNITS, new BigDecimal("0.001")), "", BigDecimal.ZERO),
                        all(
                                List.of(
                                        "margin of the day, " + margin,
                                        "margin since first trade, " + margin,
                                        "unrealised, " + margin),
                                List.of("account " + claim, "account 4120"),
                                ofFund())),
                new Change(
                        "margin of a lot that was counted before, a hundred thousand dollars more",
                        List.of("Lots", "Margin counted before", future.id(), "open"),
                        "100000",
                        HAND.perShare(BigDecimal.valueOf(-100_000), "", BigDecimal.ZERO),
                        all(
                                List.of("margin of the day, " + margin, "margin since first trade, " + margin),
                                List.of("account " + claim, "account 4120"),
                                ofFund())),
                new Change(
                        "the price a piece was closed at, a dollar down",
                        List.of("Lots", "Closed at, per unit", future.id(), "closed"),
                        "-1",
                        HAND.perShare(closed(future).multiply(UNITS).negate(), "", BigDecimal.ZERO),
                        all(
                                List.of(
                                        "margin of the day, " + margin,
                                        "margin since first trade, " + margin,
                                        "realised, " + margin),
                                List.of("account " + claim, "account 4020"),
                                ofFund())),
                new Change(
                        "margin of a contract before the day, a dollar more, which is in the books already",
                        List.of("Margin inputs", "Margin before", contract),
                        "1",
                        HAND.perShare(BigDecimal.ZERO, "", BigDecimal.ZERO),
                        List.of("margin since first trade, " + margin)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void nav_per_share_moves_by_what_a_pencil_says_and_tie_out_names_what_moved(Change change) throws IOException {
        try (XSSFWorkbook book = changed(change)) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            assertMoved(book, change);
        }
    }

    /** A price, a lot, a fee; with {@code -Dassay.drill=workbook} every change. */
    @Test
    void libre_office_moves_it_by_the_same() throws IOException, InterruptedException {
        Calc.mustBeThere();
        List<Change> changes = Calc.isDrill() ? changes() : changes().subList(0, 3);
        List<Path> files = new ArrayList<>();
        for (Change change : changes) {
            Path file = folder.resolve("change-%s.xlsx".formatted(files.size()));
            try (XSSFWorkbook book = changed(change);
                    OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            files.add(file);
        }
        Path worked = new Calc(folder).work(files);
        for (int i = 0; i < files.size(); i++) {
            byte[] file = Files.readAllBytes(worked.resolve(files.get(i).getFileName()));
            try (XSSFWorkbook book = WorkbookReportTest.open(file)) {
                assertMoved(book, changes.get(i));
            }
        }
    }

    private static void assertMoved(XSSFWorkbook book, Change change) {
        SortedMap<String, BigDecimal> perShare = new TreeMap<>();
        change.perShare()
                .keySet()
                .forEach(each -> perShare.put(
                        each, WorkbookReportTest.perShare(book, each).setScale(4)));
        assertThat(perShare).as(change.what()).isEqualTo(change.perShare());
        assertThat(leftStruck(book)).as(change.what()).containsExactlyInAnyOrderElementsOf(change.left());
        assertThat(WorkbookReportTest.text(book, "Summary", "Debits less credits"))
                .isEqualTo("PASS");
    }

    private static XSSFWorkbook changed(Change change) throws IOException {
        XSSFWorkbook book = WorkbookReportTest.open(LivingNavs.written(new WorkbookReport(), STRUCK));
        Sheet sheet = book.getSheet(change.cell().get(0));
        int column = column(sheet, change.cell().get(1));
        for (Row row : sheet) {
            if (begins(row, change.cell().subList(2, change.cell().size()))) {
                Cell cell = row.getCell(column);
                cell.setCellValue(BigDecimal.valueOf(cell.getNumericCellValue())
                        .add(new BigDecimal(change.more()))
                        .doubleValue());
                return book;
            }
        }
        throw new AssertionError("no row '%s' on %s".formatted(change.cell().get(2), sheet.getSheetName()));
    }

    private static boolean begins(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = row.getCell(i);
            if (cell == null || !cell.toString().equals(texts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int column(Sheet sheet, String head) {
        for (Cell cell : sheet.getRow(Grid.FIRST - 2)) {
            if (cell.getStringCellValue().equals(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column '%s' on %s".formatted(head, sheet.getSheetName()));
    }

    private static List<String> leftStruck(XSSFWorkbook book) {
        List<String> left = new ArrayList<>();
        for (Row row : book.getSheet("Tie-out")) {
            if (row.getRowNum() >= Grid.FIRST - 1 && row.getCell(3).getCachedFormulaResultType() == CellType.NUMERIC) {
                left.add(row.getCell(0).getStringCellValue());
            }
        }
        return left;
    }

    /** What moves with the result of the fund. */
    private static List<String> ofFund() {
        List<String> names = new ArrayList<>(List.of("net assets of the fund"));
        for (ClassNav each : NAV.result().classes()) {
            for (String figure : List.of("result", "net assets", "NAV per share")) {
                names.add("%s, class %s".formatted(figure, each.shareClass()));
            }
        }
        return names;
    }

    /** Base x rate x days / days in the year, rounded once. */
    private static BigDecimal moreFee(ClassFee fee) {
        BigDecimal days = BigDecimal.valueOf(fee.accrual().days().days());
        BigDecimal year = new BigDecimal(fee.accrual().dayCount().label().replaceAll(".*/", ""));
        BigDecimal rate = fee.accrual().ratePerYear().fraction().add(new BigDecimal("0.001"));
        return fee.accrual()
                .base()
                .amount()
                .multiply(rate)
                .multiply(days)
                .divide(year, 2, RoundingMode.HALF_UP)
                .subtract(fee.accrual().amount().amount());
    }

    /** Each balance in euro, at the other rate, to the cent. */
    private static BigDecimal moreDollars(BigDecimal more) {
        BigDecimal rate = NAV.inputs().rates().get(EURO).rate().rate().fraction();
        BigDecimal sum = BigDecimal.ZERO;
        for (Balance balance : NAV.result().closing().balances()) {
            BigDecimal euro = balance.local().amount();
            if (balance.key().currency().equals(EURO) && balance.key().account().monetary()) {
                sum = sum.add(ByHand.cents(euro.multiply(rate.add(more)))).subtract(ByHand.cents(euro.multiply(rate)));
            }
        }
        return sum;
    }

    private static Lot lot(Predicate<Lot> which) {
        return NAV.result().closing().lots().stream().filter(which).findFirst().orElseThrow();
    }

    /** How many lots of it were closed on the day, in one piece: positive for what was held long. */
    private static BigDecimal closed(Lot lot) {
        List<BigDecimal> pieces = NAV.result().movements().stream()
                .filter(movement ->
                        movement.lot().equals(lot.id()) && !movement.fact().equals(lot.id()))
                .map(movement -> movement.quantity().units().negate())
                .toList();
        assertThat(pieces).hasSize(1);
        return pieces.get(0);
    }

    @SafeVarargs
    private static List<String> all(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
