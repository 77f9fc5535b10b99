package org.assay.pack.table;

import java.util.List;
import java.util.Set;

/**
 * What a file gave.
 *
 * @param rows what could be read, in the order of the file
 * @param refused the identities of the rows that could not
 * @param isWhole every row was found, although some may be refused; false when the file itself could not be read
 */
public record TableRows<T>(List<Row<T>> rows, Set<String> refused, boolean isWhole) {
    /** A row and its place. */
    public record Row<T>(T value, Origin origin) {}

    public TableRows {
        rows = List.copyOf(rows);
        refused = Set.copyOf(refused); // only asked whether it contains, never walked
    }

    /** A file without rows, or none. */
    public static <T> TableRows<T> none() {
        return new TableRows<>(List.of(), Set.of(), true);
    }

    /** A file that is there and could not be read. */
    public static <T> TableRows<T> unread() {
        return new TableRows<>(List.of(), Set.of(), false);
    }

    public List<T> values() {
        return rows.stream().map(Row::value).toList();
    }

    /** Something that stands there could not be read. */
    public boolean hasLost() {
        return !isWhole || !refused.isEmpty();
    }

    /** There may be a row of this name that could not be read; whoever mentions it is not to blame. */
    public boolean mayHaveLost(String identity) {
        return !isWhole || refused.contains(identity);
    }
}
