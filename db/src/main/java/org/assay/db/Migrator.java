package org.assay.db;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema this build needs, as an owner the application is not: what the application may not
 * do, it cannot grant itself. Two nodes may start together; the second waits and finds nothing to do.
 */
public final class Migrator {
    private Migrator() {}

    /**
     * @param owner connections of the owner of the schemas
     * @param app the application's user, which is granted what it needs and nothing more
     */
    public static void migrate(DataSource owner, String app) {
        migrateTo(owner, app, "latest");
    }

    /** The same up to a version, for a test of the step after it. */
    static void migrateTo(DataSource owner, String app, String version) {
        // The class loader is named: inside a server the one of the thread may not see this jar's files.
        Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .schemas("assay", "derived", "quartz")
                .defaultSchema("assay")
                .javaMigrations(new V3__Scheduler(app))
                .placeholders(Map.of("app", app))
                .target(version)
                .load()
                .migrate();
    }
}
