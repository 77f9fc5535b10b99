package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** Opens snapshots of the books. */
@ApplicationScoped
public class Snapshots {
    /** Outside of any transaction but its own. */
    @Resource(lookup = "java:jboss/datasources/AssayReadDS")
    private DataSource database;

    /** Of the books as they stand now; to be closed by who opened it. */
    public Snapshot open() {
        return Question.ask(() -> Snapshot.of(database.getConnection()));
    }
}
