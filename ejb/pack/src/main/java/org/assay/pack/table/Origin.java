package org.assay.pack.table;

/**
 * Where something was read.
 *
 * @param file name inside the pack
 * @param line counted from 1
 */
public record Origin(String file, long line) {
    @Override
    public String toString() {
        return "%s, line %s".formatted(file, line);
    }
}
