package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.assay.reports.Books;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;

/** The year that ends with a NAV, on A4: for the board, the auditor and the file. */
@ApplicationScoped
public class YearReport implements Report {
    @Override
    public String kind() {
        return "year";
    }

    @Override
    public String title() {
        return "Year report";
    }

    @Override
    public Due due() {
        return Due.PUBLISHED_YEAR;
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
    public void write(Books books, OutputStream out) throws IOException {
        PeriodReport.pages(books, Span.YEAR, out);
    }
}
