package org.assay.web.report;

import org.assay.ejb.Reports;

/** How reports are called on pages. */
public final class ReportWords {
    private ReportWords() {}

    /** {@code NAV pack (PDF)}. */
    public static String of(Reports.Kind kind) {
        return "%s (%s)".formatted(kind.title(), kind.medium().word());
    }
}
