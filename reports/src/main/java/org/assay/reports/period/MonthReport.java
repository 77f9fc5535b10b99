package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.reports.Medium;

/** The month that ends with a NAV, on A4: for the board, the auditor and the file. */
@ApplicationScoped
public class MonthReport extends PeriodReport {
    public MonthReport() {
        super(Span.MONTH, Medium.PDF);
    }
}
