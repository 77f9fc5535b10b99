package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.ds.PGSimpleDataSource;

/** A COPY whose sender stands still, and the locks it holds. */
class StandingSessionsTest {
    private static final String LOCK = "select pg_try_advisory_xact_lock(4711)";

    @Test
    void a_copy_that_stands_still_lets_go_of_its_locks_when_it_is_ended() throws Exception {
        Connection standing = limited("1s").getConnection();
        try (Connection other = limited("1s").getConnection()) {
            CopyIn copy = copy(standing);
            Thread.sleep(1_500);
            assertThat(gets(other)).as("the database itself waits on").isFalse();

            assertThat(new StandingSessions(limited("1s")).end()).isEqualTo(1);
            assertThat(gets(other)).isTrue();
            assertThatThrownBy(copy::endCopy).isInstanceOf(SQLException.class);
        } finally {
            // There is nobody left to say goodbye to.
            standing.abort(Runnable::run);
        }
    }

    @Test
    void one_that_may_still_go_on_is_left_alone() throws Exception {
        try (Connection sending = limited("0").getConnection();
                Connection other = limited("0").getConnection()) {
            CopyIn copy = copy(sending);
            assertThat(new StandingSessions(limited("30s")).end()).isZero();
            assertThat(new StandingSessions(limited("0")).end())
                    .as("without a limit for ever")
                    .isZero();
            assertThat(copy.endCopy()).isEqualTo(1);
            assertThat(gets(other)).isFalse();
            sending.rollback();
        }
    }

    /** Holds the lock and has sent one of its rows. */
    private static CopyIn copy(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        assertThat(gets(connection)).isTrue();
        try (Statement sql = connection.createStatement()) {
            sql.execute("create temporary table sent (number int) on commit drop");
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sent from stdin");
        byte[] row = "1\n".getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(row, 0, row.length);
        copy.flushCopy();
        return copy;
    }

    private static boolean gets(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(LOCK)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static PGSimpleDataSource limited(String silence) {
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.SHARED.app();
        source.setOptions("-c idle_in_transaction_session_timeout=" + silence);
        return source;
    }
}
