package org.assay.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with our schema, one for all tests of a run. */
final class TestDatabase {
    static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres postgres;

    TestDatabase() {
        try {
            postgres = EmbeddedPostgres.start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("create role assay_owner login");
                sql.execute("create role assay_app login");
                sql.execute("create database assay owner assay_owner");
            }
            Migrator.migrate(as("assay_owner"), "assay_app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource app() {
        return as("assay_app");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%s/assay".formatted(Integer.toString(postgres.getPort()));
    }

    DataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        return source;
    }
}
