package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.assay.pack.fund.FundPack;

/** Funds and everything that is known of them. Appends; never changes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FundStore {
    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public FundStore() {}

    /** Without a server: the transaction is then that of the connections {@code database} gives. */
    public FundStore(DataSource database) {
        this.database = database;
    }

    /** Nobody posts to the fund or strikes it until the transaction ends. */
    public void lock(String fund) {
        String sql = "select pg_advisory_xact_lock(hashtextextended('fund ' || ?, 0))";
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement lock = connection.prepareStatement(sql)) {
                FileRows.bind(connection, lock, fund);
                return lock.execute();
            }
        });
    }

    /**
     * A fund with all its pack says, under the person who brought it.
     *
     * @param fund already locked
     */
    public void append(FundHead fund, FundPack pack) {
        entities.persist(FundRow.of(fund));
        entities.flush();
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                KnownRows.append(connection, fund, pack);
                return true;
            }
        });
    }
}
