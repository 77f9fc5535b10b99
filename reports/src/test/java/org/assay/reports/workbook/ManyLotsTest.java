package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lots are written straight into the file, with formulas nobody evaluated: what stands in them must be what they come to. */
class ManyLotsTest {
    /** A roll: pieces of futures are closed, others opened. */
    private static final String DAY = "2026-03-13";

    private static final int MEGABYTES_MORE = 64;
    private static final Pattern MORE = Pattern.compile("at most (\\d+) MB more");

    @TempDir
    Path folder;

    @Test
    void two_thousand_lots_tie_and_hold_what_their_formulas_come_to() throws IOException {
        StruckNav nav = ManyLots.of(DemoNavs.on(DAY), 2_000);
        byte[] file = DemoNavs.written(new WorkbookReport(), nav);
        try (XSSFWorkbook stored = WorkbookReportTest.open(file);
                XSSFWorkbook worked = WorkbookReportTest.open(file)) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(worked);
            assertThat(WorkbookReportTest.outcomes(worked)).isNotEmpty().containsOnly("PASS");
            int lots = 0;
            for (Cell cell : WorkbookReportTest.cells(stored)) {
                if (cell.getCellType() == CellType.FORMULA) {
                    Cell other = worked.getSheet(cell.getSheet().getSheetName())
                            .getRow(cell.getRowIndex())
                            .getCell(cell.getColumnIndex());
                    assertThat(value(cell))
                            .as(cell.getSheet().getSheetName() + " " + cell.getAddress())
                            .isEqualTo(value(other));
                    lots += cell.getSheet().getSheetName().equals("Future lots") && cell.getColumnIndex() == 0 ? 1 : 0;
                }
            }
            assertThat(lots).isGreaterThan(500);
        }
    }

    /** In JVMs of 1 GB. {@code -Dassay.drill=workbook} */
    @Test
    void half_a_million_lots_take_no_more_of_the_heap_than_fifty_thousand() throws IOException, InterruptedException {
        assumeTrue(Calc.isDrill(), "a drill of minutes");
        for (int lots : List.of(50_000, 535_000)) {
            Path log = folder.resolve("log-%s.txt".formatted(lots));
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-Djava.io.tmpdir=" + folder,
                            "-Dassay.root=" + System.getProperty("assay.root"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ManyLots.class.getName(),
                            DAY,
                            Integer.toString(lots),
                            folder.resolve("workbook.xlsx").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(log);
            System.out.println(said.strip());
            Matcher more = MORE.matcher(said);
            assertThat(more.find()).as(said).isTrue();
            assertThat(Integer.parseInt(more.group(1))).isLessThan(MEGABYTES_MORE);
        }
    }

    private static Object value(Cell cell) {
        return cell.getCachedFormulaResultType() == CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue())
                : cell.getStringCellValue();
    }
}
