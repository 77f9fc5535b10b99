package org.assay.kernel;

import java.util.List;

/**
 * What came of reading many rows: the good ones and the failures. Nothing is lost: every row is in one of the two.
 *
 * @param rows what was understood, in the order of arrival
 * @param failures what was not, with the place
 */
public record Parsed<T>(List<T> rows, List<Failure> failures) {
    public Parsed {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /**
     * A row that was refused.
     *
     * @param file the file's name inside its pack
     * @param line its line, counted from 1; 0 where the whole file is meant
     * @param column its column by name; empty where the whole line is meant
     * @param value what stood there
     * @param expected what should have
     */
    public record Failure(String file, long line, String column, String value, String expected) {
        @Override
        public String toString() {
            return "%s, line %s, column %s, value '%s': expected %s"
                    .formatted(file, line, column.isEmpty() ? "-" : column, value, expected);
        }
    }
}
