package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Opens snapshots of the books. */
@ApplicationScoped
public class Snapshots {
    /** Outside of any transaction but its own. */
    @Resource(lookup = "java:jboss/datasources/AssayReadDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public Snapshots() {}

    /** Without a server. */
    public Snapshots(DataSource database) {
        this.database = database;
    }

    /** Of the books as they stand now; to be closed by who opened it. */
    public Snapshot open() {
        return open(Optional.empty());
    }

    /** @param moment strikes and decisions as they stood then; absent as they stand now */
    public Snapshot open(Optional<Instant> moment) {
        return Question.ask(() -> Snapshot.of(database.getConnection(), moment));
    }
}
