package org.assay.db.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * All chains at a moment: what a root keeps of them.
 *
 * @param lastStrike number of the last strike that was made; 0 before the first
 * @param heads of every fund, by id
 */
public record ChainState(long lastStrike, List<ChainHead> heads) {
    public ChainState {
        heads = List.copyOf(heads);
    }

    public static ChainState read(Connection connection) throws SQLException {
        return new ChainState(lastStrike(connection), ChainHead.read(connection));
    }

    /** The number of the last strike that was sealed; 0 before the first. */
    public static long lastStrike(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "select coalesce(max(owner), 0) from assay.chain where \"table\" = 'strike'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
