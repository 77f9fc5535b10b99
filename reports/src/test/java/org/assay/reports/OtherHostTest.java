package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assay.reports.evidence.EvidenceBooks;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherHostTest {
    private static final String DAY = "2026-03-13";

    @TempDir
    Path folder;

    /** Arabic has digits of its own, Kiritimati is fourteen hours ahead, and Latin-9 is not UTF-8. */
    @Test
    void another_jvm_in_another_locale_zone_and_encoding_gives_the_same_bytes()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-15",
                        "-Dassay.root=" + System.getProperty("assay.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Render.class.getName(),
                        DAY,
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log.txt")))
                .isZero();
        StruckNav nav = DemoNavs.on(DAY);
        for (NavReport report : List.of(new NavPackReport(), new WorkbookReport())) {
            assertThat(folder.resolve(report.fileName(nav)))
                    .as(report.kind())
                    .hasBinaryContent(DemoNavs.written(report, nav));
        }
        assertThat(folder.resolve(EvidenceBooks.REPORT.fileName(nav)))
                .hasBinaryContent(EvidenceBooks.on(DAY).evidence());
    }
}
