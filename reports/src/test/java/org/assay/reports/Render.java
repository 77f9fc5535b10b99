package org.assay.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.reports.evidence.EvidenceBooks;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;

/** Renders one day into a folder: what a JVM of its own runs. */
final class Render {
    private Render() {}

    public static void main(String[] args) throws Exception {
        StruckNav nav = DemoNavs.on(args[0]);
        Path folder = Path.of(args[1]);
        for (NavReport report : new NavReport[] {new NavPackReport(), new WorkbookReport()}) {
            Files.write(folder.resolve(report.fileName(nav)), DemoNavs.written(report, nav));
        }
        Files.write(
                folder.resolve(EvidenceBooks.REPORT.fileName(nav)),
                EvidenceBooks.on(args[0]).evidence());
    }
}
