package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

/**
 * Sessions of ours whose node stands still while it sends rows, and keeps what its transaction locked.
 *
 * <p>The database ends a transaction that says nothing by itself ({@code idle_in_transaction_session_timeout}), but not
 * one in the middle of a COPY: it waits for the rest of the rows without an end, and looks at no time-out while it does
 * (PostgreSQL, tcop/postgres.c, ProcessClientReadInterrupt: a read within a command gives way to nothing but an end from
 * outside). So another node ends it.
 */
@ApplicationScoped
public class StandingSessions {
    /** For as long as a transaction may say nothing; for ever where that is not limited. */
    private static final String END = """
            select count(*) filter (where pg_terminate_backend(pid, 5000)) from pg_stat_activity
            where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
              and state = 'active' and wait_event = 'ClientRead'
              and current_setting('idle_in_transaction_session_timeout') <> '0'
              and state_change
                  < clock_timestamp() - current_setting('idle_in_transaction_session_timeout')::interval""";

    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public StandingSessions() {}

    /** Without a server. */
    public StandingSessions(DataSource database) {
        this.database = database;
    }

    /** @return how many were ended; what they had not committed is undone */
    public int end() {
        return Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement end = connection.prepareStatement(END);
                    ResultSet row = end.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
