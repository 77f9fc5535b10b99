package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * The years of what is struck. Each has tables of its own, and they are there before anything of the year is written.
 *
 * <p>To make them takes locks that every strike of every fund needs, so it is a transaction of its own that holds nothing
 * else: a strike that made them would keep all others waiting until it is committed.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Years {
    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public Years() {}

    /** Without a server: {@code database} gives connections that commit each statement by itself. */
    public Years(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the year of a day ready, when it is not. To be called before a fund is locked.
     *
     * @throws BooksBusy when somebody writes a strike for so long that its tables cannot be had
     */
    public void open(LocalDate day) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement open = connection.prepareStatement("select assay.open_year(?)")) {
                open.setObject(1, day);
                return open.execute();
            }
        });
    }
}
