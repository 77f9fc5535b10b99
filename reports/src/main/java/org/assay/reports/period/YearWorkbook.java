package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.assay.reports.Books;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;

/** The year that ends with a NAV as a workbook: every figure of the pages, every line of the journal. */
@ApplicationScoped
public class YearWorkbook implements Report {
    @Override
    public String kind() {
        return "year-workbook";
    }

    @Override
    public String title() {
        return "Year workbook";
    }

    @Override
    public Due due() {
        return Due.PUBLISHED_YEAR;
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String fileName(StruckNav nav) {
        return nav.fileName(kind(), "xlsx");
    }

    @Override
    public void write(Books books, OutputStream out) throws IOException {
        PeriodReport.workbook(books, Span.YEAR, out);
    }
}
