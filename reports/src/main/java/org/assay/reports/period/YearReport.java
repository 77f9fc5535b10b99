package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.reports.Medium;

/** The year that ends with a NAV, on A4: for the board, the auditor and the file. */
@ApplicationScoped
public class YearReport extends PeriodReport {
    public YearReport() {
        super(Span.YEAR, Medium.PDF);
    }
}
