package org.assay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.pack.fund.Arriving;
import org.assay.pack.table.Table;

/** Rows that are there, looked up by what a file says: one question for all of its rows. */
final class ThereRows {
    private static final String ID = "id";

    private ThereRows() {}

    static <T> List<T> read(Connection connection, String fund, Arriving<T> kind, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        Table<T> table = kind.table();
        String from = "assay." + Tables.name(table) + " where fund = ? and ";
        int id = table.columns().indexOf(ID);
        if (id >= 0) {
            SortedSet<String> ids =
                    rows.stream().map(row -> table.cells(row).get(id)).collect(Collectors.toCollection(TreeSet::new));
            return FileRows.read(connection, table, from + "id = any(?)", fund, ids);
        }
        SortedSet<Instant> times = rows.stream().map(kind.counts()).collect(Collectors.toCollection(TreeSet::new));
        return FileRows.read(
                connection,
                table,
                from + "\"time\" between ? and ? order by recorded",
                fund,
                times.first(),
                times.last());
    }
}
