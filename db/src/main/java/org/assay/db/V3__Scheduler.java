package org.assay.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The tables of Quartz, in a schema of their own, from the file its own release carries: what it needs is its maker's
 * to say. The name is the migration's number, as Flyway reads it.
 */
public final class V3__Scheduler extends BaseJavaMigration {
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private final String app;

    V3__Scheduler(String app) {
        this.app = app;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement sql = context.getConnection().createStatement()) {
            sql.execute("set local search_path to quartz");
            for (String statement : statements()) {
                sql.execute(statement);
            }
            sql.execute("grant usage on schema quartz to " + app);
            sql.execute("grant select, insert, update, delete on all tables in schema quartz to " + app);
            sql.execute("set local search_path to assay");
        }
    }

    /** Those that make something: a new schema has nothing to drop, and the transaction is Flyway's. */
    private static List<String> statements() throws IOException {
        try (InputStream file = V3__Scheduler.class.getResourceAsStream(TABLES)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("CREATE"))
                    .toList();
        }
    }
}
