package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.LivingNavs;
import org.assay.reports.LivingNavs.Struck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same formulas worked by a spreadsheet program that shares no code with the one that wrote them. */
class LibreOfficeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsLibreOffice() {
        Calc.mustBeThere();
    }

    /**
     * Three funds on the day of a roll or a weekend; with {@code -Dassay.drill=workbook} on their first day, a month end, the day
     * after a crash and the last too, on which one of them is held.
     */
    @Test
    void libre_office_comes_to_what_is_stored_in_every_cell() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Struck struck : LivingNavs.all()) {
            if (!Calc.isDrill() && struck.nav().result().date().getMonthValue() != 3) {
                continue;
            }
            Path file = folder.resolve("nav-%s.xlsx".formatted(files.size()));
            Files.write(file, LivingNavs.written(new WorkbookReport(), struck));
            files.add(file);
        }
        Path worked = new Calc(folder).work(files);
        int compared = 0;
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            byte[] again = Files.readAllBytes(worked.resolve(file.getFileName()));
            try (XSSFWorkbook stored = WorkbookReportTest.open(Files.readAllBytes(file));
                    XSSFWorkbook calculated = WorkbookReportTest.open(again)) {
                for (Cell cell : WorkbookReportTest.cells(stored)) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        compared++;
                        Cell other = calculated
                                .getSheet(cell.getSheet().getSheetName())
                                .getRow(cell.getRowIndex())
                                .getCell(cell.getColumnIndex());
                        if (!value(cell).equals(value(other))) {
                            differences.add("%s %s %s: stored %s, LibreOffice %s"
                                    .formatted(
                                            file.getFileName(),
                                            cell.getSheet().getSheetName(),
                                            cell.getAddress(),
                                            value(cell),
                                            value(other)));
                        }
                    }
                }
            }
        }
        System.out.println("%s formulas of %s workbooks worked by LibreOffice: %s come to something else"
                .formatted(compared, files.size(), differences.size()));
        assertThat(differences).isEmpty();
    }

    /** What a formula came to; a number at the fifteen digits a spreadsheet has. */
    private static String value(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC ->
                BigDecimal.valueOf(cell.getNumericCellValue())
                        .round(new MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> cell.getCachedFormulaResultType() + " " + cell;
        };
    }
}
