package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.assay.kernel.money.Currency;
import org.assay.reports.DemoNavs;
import org.assay.reports.SideBySide;
import org.assay.reports.StruckNav;
import org.junit.jupiter.api.Test;

/** A statement of one page: as archive file with its structure, the same bytes every time, beside what the library writes by itself. */
class PageSpeedDrillTest {
    private static final int STATEMENTS = 10_000;
    private static final StruckNav NAV = DemoNavs.on("2026-03-31");

    @Test
    void a_page_for_the_file_is_written_at_eight_tenths_of_the_rate_of_plain_jasper_reports() throws Exception {
        assumeTrue(SideBySide.isAsked(), "a benchmark");
        Paper paper = new Paper("statement", Instant.EPOCH, NAV.result().digest());
        BigDecimal ratio = SideBySide.ratio(
                "statements of one page",
                "pages",
                STATEMENTS,
                times -> {
                    Document.compress = true; // as it comes
                    for (int i = 0; i < times; i++) {
                        JRPdfExporter exporter = new JRPdfExporter();
                        exporter.setExporterInput(
                                new SimpleExporterInput(statement(i).framed("statement", PageSpeedDrillTest::frame)));
                        exporter.setExporterOutput(
                                new SimpleOutputStreamExporterOutput(OutputStream.nullOutputStream()));
                        exporter.exportReport();
                    }
                    Document.compress = false; // as our papers are
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        paper.write(statement(i), PageSpeedDrillTest::frame, OutputStream.nullOutputStream());
                    }
                });
        assertThat(ratio).isPositive();
    }

    private static Section frame(int pages) {
        return Frame.of(NAV, "statement", pages);
    }

    /** Eighteen accounts with their balances. */
    private static Pages statement(int number) throws JRException, IOException {
        Table table = Table.of("trial-balance", new Currency("USD", 2));
        for (int i = 0; i < 18; i++) {
            table.row(
                    "%s".formatted(1000 + i),
                    "Account of holder " + number,
                    "Asset",
                    BigDecimal.valueOf(number + i, 2),
                    "");
        }
        Pages pages = new Pages();
        pages.add(table.section());
        return pages;
    }
}
