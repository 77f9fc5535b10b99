package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody asked for the reports of a range of days.
 *
 * @param owed how many nobody had made by then
 * @param left of those, how many are still owed
 * @param failed of those, how many were tried in vain
 */
public record ReportOrder(
        long id,
        String fund,
        LocalDate first,
        LocalDate last,
        List<String> kinds,
        int owed,
        int left,
        int failed,
        String request,
        String askedBy,
        Instant askedAt) {
    public ReportOrder {
        kinds = List.copyOf(kinds);
    }
}
