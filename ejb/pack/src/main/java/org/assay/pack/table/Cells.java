package org.assay.pack.table;

import java.util.function.Function;

/** The values of one row that could all be read, before a layout makes the row of them. */
public final class Cells {
    private final Object[] values;
    private final Function<Column<?>, Seen> seen;

    Cells(Object[] values, Function<Column<?>, Seen> seen) {
        this.values = values;
        this.seen = seen;
    }

    /**
     * What a refusal shows of a cell.
     *
     * @param column its column by name, or by number and path in JSON
     */
    record Seen(long line, String column, String value) {}

    @SuppressWarnings("unchecked") // a Column is only made by Layout.Draft, together with what fills its place here
    public <V> V get(Column<V> column) {
        return (V) values[column.index()];
    }

    Seen seen(Column<?> column) {
        return seen.apply(column);
    }
}
