package org.assay.db.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The settings under which PostgreSQL's text of a row is the one that was sealed. */
final class Texts {
    private Texts() {}

    /** For the rest of the transaction. */
    static void settle(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local timezone = 'UTC'");
            sql.execute("set local datestyle = 'ISO'");
            sql.execute("set local bytea_output = 'hex'");
        }
    }
}
