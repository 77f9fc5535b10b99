package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day of a fund whose books are closed, by a strike that counts or before the fund came in.
 *
 * @param isHeld a hard control failed: the fund stops there
 */
public record LineEnd(LocalDate date, boolean isHeld) {
    private static final String LAST = """
            select s.date, s.outcome from assay.strike s left join assay.branch_decision b on b.branch = s.branch
            where s.fund = ? and (s.branch is null or b.act = 'APPROVE')
            order by s.date desc, s.version desc, s.attempt desc limit 1""";

    static Optional<LineEnd> read(Connection connection, String fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            FileRows.bind(connection, select, fund);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new LineEnd(
                                row.getObject("date", LocalDate.class),
                                row.getString("outcome").equals("HELD")))
                        : Optional.empty();
            }
        }
    }
}
