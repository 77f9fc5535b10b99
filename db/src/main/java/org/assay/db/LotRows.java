package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Lot;
import org.assay.pack.table.Table;

/** Lots of closed books, page by page: the database cuts them from the text, so a page of a hundred thousand is cheap. */
final class LotRows {
    private static final String COUNT = "select count(*) from derived.lots l where " + LotsWanted.CONDITION;
    /** Of all of them: the lines of the file but its header, which are counted without cutting them. */
    private static final String COUNT_ALL = """
            select coalesce(sum(length(csv) - length(replace(csv, e'\\n', '')) - 1), 0)
            from derived.books where strike = ? and file = 'lots'""";

    private static final String PAGE = "derived.lots l where %s %s limit ? offset ?";

    private LotRows() {}

    static LotPage read(Connection connection, Table<Lot> layout, long strike, LotsWanted wanted, long skip, long limit)
            throws SQLException {
        Object[] page = Stream.concat(Stream.of(wanted.arguments(strike)), Stream.of(limit, skip))
                .toArray();
        List<Lot> lots =
                FileRows.read(connection, layout, PAGE.formatted(LotsWanted.CONDITION, wanted.orderBy()), page);
        return new LotPage(lots, count(connection, wanted, strike));
    }

    private static long count(Connection connection, LotsWanted wanted, long strike) throws SQLException {
        boolean isAll = wanted.text().isEmpty();
        try (PreparedStatement select = connection.prepareStatement(isAll ? COUNT_ALL : COUNT)) {
            FileRows.bind(connection, select, isAll ? new Object[] {strike} : wanted.arguments(strike));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The books of a strike may have been forgotten. */
    static boolean areKept(Connection connection, long strike) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from derived.books where strike = ?)")) {
            select.setLong(1, strike);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
