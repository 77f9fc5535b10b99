package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same formulas worked by a spreadsheet program that shares no code with the one that wrote them. */
class LibreOfficeTest {
    /** Calc trusts stored values unless it is told to work out every formula when it loads. */
    private static final String ALWAYS_CALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void needsLibreOffice() {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        assumeTrue(there, "soffice is not installed, so nobody but POI has worked the formulas in this build");
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
        Path user = Files.createDirectories(folder.resolve("profile/user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), ALWAYS_CALCULATE);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        out.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        Path result = out.resolve(file.getFileName());
        assertThat(result).as(Files.readString(folder.resolve("log.txt"))).exists();
        return WorkbookReportTest.open(Files.readAllBytes(result));
    }
}
