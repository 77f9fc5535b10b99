package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reports as they were made, which never change; and those that are owed, until they are made. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReportStore {
    /** What is kept already is not owed. */
    private static final String OWE = """
            insert into derived.report_due (strike, date, fund, kind, status)
            select n.* from (select ?::bigint as strike, ?::date as date, ? as fund, ? as kind, ? as status) n
            where not exists (select from assay.report r
                where r.strike = n.strike and r.date = n.date and r.kind = n.kind and r.status = n.status)
            on conflict do nothing""";

    private static final String SETTLE = "delete from derived.report_due where strike = ? and kind = ? and status = ?";

    private static final String FAILED = """
            update derived.report_due set tries = tries + 1, why = ?, not_before = clock_timestamp() + ? * interval '1 second'
            where strike = ? and kind = ? and status = ?""";

    private static final String ORDER = """
            insert into assay.report_order (fund, first, last, kinds, owed, request, asked_by)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (fund, request) do nothing""";

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** Once it is made, it stays as it is. */
    public Optional<ReportFile> find(long strike, String kind, String status) {
        return Optional.ofNullable(entities.find(ReportRow.class, new ReportRow.Key(strike, kind, status)))
                .map(ReportRow::toDomain);
    }

    public void append(StrikeHead strike, ReportFile file, KeptReport.Provenance provenance) {
        entities.persist(ReportRow.of(strike, file, provenance));
    }

    /** Keeps that these are to be made; those that are made, or owed already, are left out. */
    public void owe(List<OwedReport> reports) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(OWE)) {
                for (OwedReport owed : reports) {
                    FileRows.bind(
                            connection, insert, owed.strike(), owed.date(), owed.fund(), owed.kind(), owed.status());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** It is made, or nobody can want it any more. */
    public void settle(OwedReport owed) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement delete = connection.prepareStatement(SETTLE)) {
                FileRows.bind(connection, delete, owed.strike(), owed.kind(), owed.status());
                return delete.executeUpdate();
            }
        });
    }

    /** It could not be made, and is left alone for a while. */
    public void failed(OwedReport owed, String why, Duration rest) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement update = connection.prepareStatement(FAILED)) {
                FileRows.bind(connection, update, why, rest.toSeconds(), owed.strike(), owed.kind(), owed.status());
                return update.executeUpdate();
            }
        });
    }

    /**
     * An order, with what it is owed. Asked twice, it is asked once.
     *
     * @param request made by who asks
     */
    public void order(
            String fund,
            LocalDate first,
            LocalDate last,
            List<String> kinds,
            List<OwedReport> reports,
            String request,
            String by) {
        owe(reports);
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                long owed = count(connection, fund, first, last, kinds);
                try (PreparedStatement insert = connection.prepareStatement(ORDER)) {
                    FileRows.bind(
                            connection,
                            insert,
                            fund,
                            first,
                            last,
                            connection.createArrayOf("text", kinds.toArray()),
                            owed,
                            request,
                            by);
                    return insert.executeUpdate();
                }
            }
        });
    }

    private static long count(Connection connection, String fund, LocalDate first, LocalDate last, List<String> kinds)
            throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select count(*) from derived.report_due where fund = ? and date between ? and ? and kind = any(?)")) {
            FileRows.bind(connection, count, fund, first, last, connection.createArrayOf("text", kinds.toArray()));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
