package org.assay.db;

import java.util.List;

/**
 * Some of the reports that were asked for.
 *
 * @param count how many there are in all
 */
public record ReportPage(List<KeptReport> reports, long count) {
    public ReportPage {
        reports = List.copyOf(reports);
    }
}
