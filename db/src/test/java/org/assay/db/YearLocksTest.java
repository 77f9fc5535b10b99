package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The first strike of a year makes its partitions, which locks tables others write to. */
class YearLocksTest {
    private static final int TRIES = 600;

    /** The file has its fact and asks for its branch while the strike waits for the fact. */
    @Test
    void a_file_that_opens_a_branch_and_the_first_strike_of_a_year_do_not_wait_for_each_other() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection file = books();
                Connection strike = books()) {
            execute(file, """
                    insert into assay.margin (fund, posted_by, id, effective, recorded, source, scope, currency, initial_margin)
                    values ('ILL-COMPUTE', 'x', 'M-YEAR', '2026-03-03', '2026-07-01', 's', 'ILL-H100', 'USD', 1)""");
            Future<Boolean> year = other.submit(() -> execute(strike, "select assay.open_year('2035-01-02')"));
            awaitWaiting(file);
            execute(file, """
                    insert into assay.branch (fund, from_date, known, reason, opened_by, request)
                    values ('ILL-COMPUTE', '2026-03-03', '2026-07-01', 'late', 'x', 'a key')""");
            file.rollback();
            assertThat(year.get()).isTrue();
            strike.rollback();
        } finally {
            other.shutdown();
        }
    }

    private static void awaitWaiting(Connection connection) throws SQLException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Statement sql = connection.createStatement();
                    ResultSet row =
                            sql.executeQuery("select from pg_locks where not granted and locktype = 'relation'")) {
                if (row.next()) {
                    return;
                }
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the strike does not wait");
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        }
    }

    private static Connection books() throws SQLException {
        Connection connection = StruckFund.database().app().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
