package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
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

    @Test
    void libre_office_comes_to_the_struck_figures() throws IOException, InterruptedException {
        StruckNav nav = DemoNavs.on("2026-05-18");
        Path file = folder.resolve("nav.xlsx");
        Files.write(file, DemoNavs.written(new WorkbookReport(), nav));
        try (XSSFWorkbook book = calculated(file)) {
            assertThat(WorkbookReportTest.outcomes(book)).isNotEmpty().containsOnly("PASS");
            nav.result()
                    .classes()
                    .forEach(shareClass -> assertThat(WorkbookReportTest.perShare(book, shareClass.shareClass()))
                            .isEqualByComparingTo(shareClass.perShare().perUnit()));
        }
    }

    @Test
    void libre_office_moves_nav_per_share_with_a_price() throws IOException, InterruptedException {
        StruckNav nav = DemoNavs.on("2026-03-31");
        Path file = folder.resolve("nav.xlsx");
        try (XSSFWorkbook book = WorkbookReportTest.open(DemoNavs.written(new WorkbookReport(), nav));
                OutputStream out = Files.newOutputStream(file)) {
            Cell price = WorkbookReportTest.price(book, "TAO");
            price.setCellValue(price.getNumericCellValue() + 2);
            book.write(out);
        }
        try (XSSFWorkbook book = calculated(file)) {
            WorkbookReportTest.assertMoved(book, nav, "TAO", BigDecimal.valueOf(2), BigDecimal.ONE);
        }
    }

    private XSSFWorkbook calculated(Path file) throws IOException, InterruptedException {
        Path worked = new Calc(folder).work(List.of(file));
        return WorkbookReportTest.open(Files.readAllBytes(worked.resolve(file.getFileName())));
    }
}
