package org.assay.pack.replay;

/**
 * A place where two runs differ.
 *
 * @param line from 1; 0 when a whole file is missing or too many
 * @param column by name; empty where the whole line is meant
 */
public record Difference(String file, long line, String column, String expected, String struck) {
    @Override
    public String toString() {
        return line == 0
                ? "%s: expected %s, struck %s".formatted(file, expected, struck)
                : "%s, line %s, column %s: expected '%s', struck '%s'"
                        .formatted(file, line, column.isEmpty() ? "-" : column, expected, struck);
    }
}
