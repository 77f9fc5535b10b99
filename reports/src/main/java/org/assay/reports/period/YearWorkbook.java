package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.reports.Medium;

/** The year that ends with a NAV as a workbook: every figure of the pages, every line of the journal. */
@ApplicationScoped
public class YearWorkbook extends PeriodReport {
    public YearWorkbook() {
        super(Span.YEAR, Medium.EXCEL);
    }
}
