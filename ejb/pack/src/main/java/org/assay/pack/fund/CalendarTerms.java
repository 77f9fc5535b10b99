package org.assay.pack.fund;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A calendar before its dated rows.
 *
 * @param weekend days of the week that are no business days unless a row opens them
 */
public record CalendarTerms(String id, List<DayOfWeek> weekend) {
    public CalendarTerms {
        weekend = weekend.stream().sorted().toList();
    }
}
