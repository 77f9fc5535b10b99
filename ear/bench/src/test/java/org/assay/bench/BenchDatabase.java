package org.assay.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.assay.db.Migrator;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with our schema that syncs to disk, as a kept one does; ours and the limits run in the same. */
final class BenchDatabase implements AutoCloseable {
    static final String APP = "assay_app";
    private static final String OWNER = "assay_owner";

    private final EmbeddedPostgres postgres;

    private BenchDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchDatabase start() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "16GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("work_mem", "64MB")
                .start();
        BenchDatabase database = new BenchDatabase(postgres);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create role " + OWNER + " login");
            sql.execute("create role " + APP + " login");
            sql.execute("create database assay owner " + OWNER);
        }
        Migrator.migrate(database.as(OWNER), APP);
        return database;
    }

    /** As the server connects. */
    Connection app() throws SQLException {
        return as(APP).getConnection();
    }

    /** Who may do everything: loads and measures limits. */
    Connection superuser() throws SQLException {
        return as("postgres").getConnection();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%s/assay?reWriteBatchedInserts=true"
                .formatted(Integer.toString(postgres.getPort()));
    }

    private DataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        return source;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
