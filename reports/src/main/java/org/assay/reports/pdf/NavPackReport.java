package org.assay.reports.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.assay.reports.NavReport;
import org.assay.reports.StruckNav;

/** The NAV of a day on a few pages of A4: statement, investments, futures, fees, trial balance, controls, findings. */
@ApplicationScoped
public class NavPackReport implements NavReport {
    @Override
    public String kind() {
        return "nav-pack";
    }

    @Override
    public String title() {
        return "NAV pack";
    }

    @Override
    public Due due() {
        return Due.EVERY_NAV;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileName(StruckNav nav) {
        return nav.fileName(kind(), "pdf");
    }

    @Override
    public void write(StruckNav nav, OutputStream out) throws IOException {
        String digest = nav.result().digest();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            JRPdfExporter exporter = new JRPdfExporter();
            exporter.setExporterInput(new SimpleExporterInput(print(nav, digest)));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(raw));
            exporter.exportReport();
        } catch (JRException e) {
            throw new IOException(
                    "the NAV pack of %s on %s was not printed"
                            .formatted(nav.result().fund(), nav.result().date()),
                    e);
        }
        String title =
                "NAV pack %s %s".formatted(nav.result().fund(), nav.result().date());
        Finish.write(raw.toByteArray(), nav.inputs().known(), digest, title, out);
    }

    private static JasperPrint print(StruckNav nav, String digest) throws JRException {
        Pages pages = new Pages();
        pages.add(Statement.of(nav).fill());
        pages.add(Investments.of(nav).fill());
        pages.add(Futures.of(nav).fill());
        if (!nav.result().rolls().isEmpty()) {
            pages.add(Futures.rolls(nav).fill());
        }
        pages.add(Books.fees(nav).fill());
        pages.add(Books.trialBalance(nav).fill());
        pages.add(Books.controls(nav).fill());
        pages.add(Books.findings(nav).fill());
        return pages.framed(count -> frame(nav, digest, count));
    }

    private static Section frame(StruckNav nav, String digest, int pages) {
        ZoneId zone = nav.fund().dayEnd(nav.result().date()).point().zone();
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            rows.add(Section.row(
                    "page",
                    "fund",
                    nav.result().fund() + ", " + nav.fund().name(),
                    "mark",
                    nav.fund().illustrative() ? "Illustrative - invented data" : "",
                    "date",
                    "NAV of " + nav.result().date(),
                    "strike",
                    "Valuation point %s, known until %s"
                            .formatted(
                                    Figures.moment(nav.inputs().valuationPoint(), zone),
                                    Figures.moment(nav.inputs().known(), zone)),
                    "status",
                    "Version %s, attempt %s: %s".formatted(nav.version(), nav.attempt(), Wording.status(nav)),
                    "digests",
                    "Inputs SHA-256 %s\nResult SHA-256 %s"
                            .formatted(nav.result().inputs(), digest),
                    "page",
                    "page %s of %s".formatted(page, pages)));
        }
        return new Section("frame", rows, Map.of());
    }
}
