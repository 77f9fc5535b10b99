package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Standing;
import org.assay.pack.table.Table;

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
     * A moment after everything that was recorded of a fund and struck of it. What arrives is recorded then, so no
     * strike that was made can have known it, whatever a clock says.
     *
     * @param now by the house clock
     */
    public Instant moment(String fund, Instant now) {
        return Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                return ArrivalRows.latest(connection, fund)
                        .map(latest -> latest.plus(1, ChronoUnit.MICROS))
                        .filter(after -> after.isAfter(now))
                        .orElse(now.truncatedTo(ChronoUnit.MICROS));
            }
        });
    }

    /** Whether the same content was taken in before. */
    public boolean isTaken(Arrival file) {
        return Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                return ArrivalRows.isTaken(connection, file);
            }
        });
    }

    /** Keeps that a file came again: nothing in it is new. */
    public void repeated(Arrival file) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                return ArrivalRows.repeated(connection, file);
            }
        });
    }

    /**
     * Keeps that a file came and was refused, once for the same content.
     *
     * @param file of a fund that is locked
     * @param size in bytes
     * @param reasons the first of them
     */
    public void refused(Arrival file, int size, List<String> reasons) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                ArrivalRows.refused(connection, file, size, reasons);
                return true;
            }
        });
    }

    /**
     * A file with the rows in it that are new.
     *
     * @param file of a fund that is locked
     */
    public <T> void append(Arrival file, byte[] content, Table<T> table, List<T> rows) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                long id = ArrivalRows.taken(connection, file, Optional.of(content), rows.size());
                ArrivalRows.append(connection, file, id, table, rows);
                return id;
            }
        });
    }

    /** @return its number */
    public long open(String fund, LocalDate from, Instant known, String reason, String by, String request) {
        BranchRow row = BranchRow.of(fund, from, known, reason, by, request);
        entities.persist(row);
        entities.flush();
        return row.id();
    }

    /**
     * Keeps a price somebody says, until a second person has decided about it.
     *
     * @param price with its evidence
     * @param request made by who asks
     * @return its number
     */
    public long propose(
            String fund,
            Quote price,
            String reason,
            Optional<PriceProposal.Attachment> attached,
            String request,
            String by) {
        PriceProposalRow row = PriceProposalRow.of(fund, price, reason, attached, request, by);
        entities.persist(row);
        entities.flush();
        return row.id();
    }

    /**
     * Keeps a change that is asked for, until a second person has decided about it.
     *
     * @param firstDay the first on which anything in it counts
     * @param request made by who asks
     * @return its number
     */
    public long ask(
            String fund,
            String kind,
            byte[] content,
            Optional<LocalDate> firstDay,
            String reason,
            String request,
            String by) {
        AmendmentRow row =
                AmendmentRow.of(fund, kind, new String(content, StandardCharsets.UTF_8), firstDay, reason, request, by);
        entities.persist(row);
        entities.flush();
        return row.id();
    }

    /**
     * What a fund stands on since an amendment was agreed to: its terms in their next version, and what else is new.
     *
     * @param fund that is locked, as it was before
     */
    public void amend(FundHead fund, Amendment agreed, Standing before, Standing after) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                StandingChange.append(connection, fund, agreed, before, after);
                return true;
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
                Arrival file = new Arrival(fund.id(), "pack", "pack", fund.pack(), Optional.empty(), fund.importedBy());
                long id = ArrivalRows.taken(connection, file, Optional.empty(), 0);
                KnownRows.append(connection, fund, pack, id);
                return true;
            }
        });
    }
}
