package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.db.FileRows.Owner;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.BooksTables;
import org.assay.pack.fund.FundTables;
import org.assay.pack.table.Table;
import org.junit.jupiter.api.Test;

/** Closed books are kept as files, and can be asked as rows. */
class BooksAsFilesTest {
    private static final long STRIKE = -7;

    private final BooksTables tables =
            FundTables.of(StruckFund.PACK.fund(), StruckFund.PACK.instruments()).books();

    @Test
    void books_an_older_build_kept_as_rows_are_the_same_as_files() throws SQLException, IOException {
        Books closed = closedOnTheEndOfMarch();
        assertThat(closed.dues()).isNotEmpty();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection owner = postgres.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement()) {
            sql.execute("create role assay_app");
            Migrator.migrateTo(postgres.getPostgresDatabase(), "assay_app", "6");
            tables.write(closed, new BooksTables.Sheets() {
                @Override
                public <T> void put(Table<T> table, List<T> rows) {
                    Question.ask(() -> {
                        FileRows.append(
                                owner, "derived." + Tables.name(table), Owner.of("strike", STRIKE), table, rows);
                        return rows.size();
                    });
                }
            });
            Migrator.migrate(postgres.getPostgresDatabase(), "assay_app");
            assertThat(new BooksRows(tables).find(owner, STRIKE)).contains(closed);
        }
    }

    @Test
    void lots_and_balances_are_asked_as_rows() throws SQLException {
        Books closed = closedOnTheEndOfMarch();
        try (Connection connection = StruckFund.database().app().getConnection()) {
            connection.setAutoCommit(false);
            new BooksRows(tables).append(connection, STRIKE, closed);
            assertThat(cells(connection, "lots", tables.lots()))
                    .containsExactlyElementsOf(
                            closed.lots().stream().map(tables.lots()::cells).toList());
            assertThat(cells(connection, "balances", tables.balances()))
                    .containsExactlyElementsOf(closed.balances().stream()
                            .map(tables.balances()::cells)
                            .toList());
            connection.rollback();
        }
    }

    @Test
    void a_name_with_commas_and_quotes_is_one_cell() throws SQLException {
        try (Connection connection = StruckFund.database().app().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(
                    "insert into derived.books values (%s, 'lots', e'id,instrument\\n\"a, \"\"b\"\"\",H100\\n,\"\"\\n')"
                            .formatted(Long.toString(STRIKE)));
            try (ResultSet row = sql.executeQuery(
                    "select cell from derived.rows('lots') where strike = %s".formatted(Long.toString(STRIKE)))) {
                row.next();
                assertThat((String[]) row.getArray(1).getArray()).containsExactly("a, \"b\"", "H100");
                row.next();
                assertThat((String[]) row.getArray(1).getArray()).containsExactly("", "");
            }
            connection.rollback();
        }
    }

    private static Books closedOnTheEndOfMarch() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            return snapshot.opening(snapshot.knowledge(StruckFund.FUND), LocalDate.of(2026, 4, 1))
                    .books();
        }
    }

    private static List<List<String>> cells(Connection connection, String view, Table<?> layout) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select %s from derived.%s where strike = %s"
                        .formatted(String.join(", ", layout.columns()), view, Long.toString(STRIKE)))) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= layout.columns().size(); i++) {
                    String cell = row.getString(i);
                    cells.add(row.wasNull() ? "" : cell);
                }
                rows.add(cells);
            }
            return rows;
        }
    }
}
