package org.assay.it.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a test's database what is in it. */
final class BooksAsked {
    private BooksAsked() {}

    /** The first column, from the embedded database of a launcher. */
    static List<String> rows(int port, String sql) throws SQLException {
        try (Connection connection = connect(port)) {
            return rows(connection, sql);
        }
    }

    /** The same on a connection that is kept. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }

    /** To the embedded database of a launcher, as its superuser. */
    static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/assay".formatted(Integer.toString(port)), "postgres", "");
    }
}
