package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads what the controls over prices found. */
final class PriceExceptions {
    private static final String FOUND = """
            select strike, control, severity, subject, measured, "limit", text from assay.findings
            where strike = any(?) and date = any(?::date[]) and control in ('C20', 'C21', 'C36') and severity <> 'INFO'
            order by date, strike, control, subject""";

    private PriceExceptions() {}

    static List<PriceException> read(Connection connection, Collection<StrikeHead> strikes) throws SQLException {
        List<PriceException> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FOUND)) {
            FileRows.bind(
                    connection,
                    select,
                    connection.createArrayOf(
                            "bigint", strikes.stream().map(StrikeHead::id).toArray()),
                    connection.createArrayOf(
                            "text",
                            strikes.stream()
                                    .map(head -> head.date().toString())
                                    .distinct()
                                    .toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new PriceException(
                            row.getLong("strike"),
                            row.getString("control"),
                            row.getString("severity").equals("BLOCK"),
                            row.getString("subject"),
                            row.getBigDecimal("measured"),
                            row.getBigDecimal("limit"),
                            row.getString("text")));
                }
            }
        }
        return found;
    }
}
