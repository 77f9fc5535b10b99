package org.assay.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.assay.it.house.OnTheServer;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The four ways to the database, and who may do what on them (docs/adr/0010). */
public class DataSourcesIT extends OnTheServer {
    private static final String FORBIDDEN = "42501";
    private static final String READ_ONLY = "25006";

    @Resource(lookup = "java:jboss/datasources/AssayDS")
    DataSource use;

    @Resource(lookup = "java:jboss/datasources/AssayReadDS")
    DataSource read;

    @Resource(lookup = "java:jboss/datasources/AssayQuartzDS")
    DataSource quartz;

    @Resource(lookup = "java:jboss/datasources/AssayOwnerDS")
    DataSource owner;

    @Inject
    Clock clock;

    @Test
    public void the_clock_of_the_house_is_injected() {
        assertThat(clock.getZone().normalized()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    public void each_data_source_has_its_user() throws SQLException {
        assertThat(ask(use, "select current_user")).isEqualTo("assay_app");
        assertThat(ask(read, "select current_user")).isEqualTo("assay_app");
        assertThat(ask(quartz, "select current_user")).isEqualTo("assay_app");
        assertThat(ask(owner, "select current_user")).isEqualTo("assay_owner");
    }

    @Test
    public void the_application_makes_no_table_and_no_schema() {
        assertRefused(use, "create table public.mine (id int)", FORBIDDEN);
        assertRefused(use, "create schema mine", FORBIDDEN);
        assertRefused(quartz, "create table public.mine (id int)", FORBIDDEN);
    }

    @Test
    public void the_owner_makes_schemas() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("create schema of_the_owner");
            sql.execute("create table of_the_owner.thing (id int)");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    public void a_snapshot_is_one_and_writes_nothing() throws SQLException {
        assertThat(ask(read, "show transaction_isolation")).isEqualTo("repeatable read");
        assertThat(ask(read, "show transaction_read_only")).isEqualTo("on");
        assertRefused(read, "create schema mine", READ_ONLY);
        assertThat(ask(use, "show transaction_read_only")).isEqualTo("off");
    }

    @Test
    public void what_is_committed_is_on_disk() throws SQLException {
        assertThat(ask(use, "show fsync")).isEqualTo("on");
        assertThat(ask(use, "show synchronous_commit")).isEqualTo("on");
    }

    @Test
    public void nobody_waits_for_a_fund_for_more_than_ten_seconds() throws SQLException {
        assertThat(ask(use, "show lock_timeout")).isEqualTo("10s");
    }

    @Test
    public void the_driver_is_seen_through_the_pool() throws SQLException {
        try (Connection connection = use.getConnection()) {
            assertThat(connection.unwrap(PGConnection.class).getCopyAPI()).isNotNull();
        }
    }

    private static String ask(DataSource source, String question) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static void assertRefused(DataSource source, String attempt, String state) {
        assertThatThrownBy(() -> {
                    try (Connection connection = source.getConnection();
                            Statement sql = connection.createStatement()) {
                        sql.execute(attempt);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
