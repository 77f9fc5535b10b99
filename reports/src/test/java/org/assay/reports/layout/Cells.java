package org.assay.reports.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A section as text, so that a test can say what stands in it. */
public final class Cells {
    private static final int COLUMNS = 16;

    private Cells() {}

    /** Each row as its cells, those that are empty left out: {@code A | 1,000.00 | –}. */
    public static List<String> of(Section section) {
        return section.rows().stream().map(Cells::line).toList();
    }

    private static String line(Map<String, ?> row) {
        return IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(column -> row.get("c" + column))
                .filter(cell -> cell != null && !cell.toString().isEmpty())
                .map(cell -> cell.toString().replace("\u00a0", ""))
                .collect(Collectors.joining(" | "));
    }
}
