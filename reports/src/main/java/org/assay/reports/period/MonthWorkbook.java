package org.assay.reports.period;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.reports.Medium;

/** The month that ends with a NAV as a workbook: every figure of the pages, every line of the journal. */
@ApplicationScoped
public class MonthWorkbook extends PeriodReport {
    public MonthWorkbook() {
        super(Span.MONTH, Medium.EXCEL);
    }
}
