package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackSeal;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/** Funds brought by an operator and struck from the database as the server does it, in a database of the test's own. */
final class TestFunds {
    private static final AskedBy SCHEDULE = new AskedBy("schedule", Optional.of("fire-1"), "node-1");

    private final DataSource database;

    TestFunds(DataSource database) {
        this.database = database;
    }

    void bring(FundPack pack) throws SQLException {
        bring(new FundHead(pack.fund(), PackSeal.digest(pack), pack.manifest().known(), "operator@demo"), pack);
    }

    void bring(FundHead fund, FundPack pack) throws SQLException {
        bring(fund, FundTables.json(pack.fund()));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Arrival file = new Arrival(fund.id(), "pack", "pack", fund.pack(), Optional.empty(), fund.importedBy());
            KnownRows.append(connection, fund, pack, ArrivalRows.taken(connection, file, Optional.empty(), 0));
            connection.commit();
        }
    }

    /** The fund's own row alone. */
    void bring(FundHead fund, String terms) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into assay.fund (id, name, illustrative, terms, pack, known, imported_by)
                        values (?, ?, true, ?, ?, ?, ?)""")) {
            FileRows.bind(
                    connection,
                    insert,
                    fund.id(),
                    fund.terms().name(),
                    terms,
                    fund.pack(),
                    fund.known(),
                    fund.importedBy());
            insert.executeUpdate();
        }
    }

    /** The first strike days of a fund, in order, as many as there are or until one is held. */
    void strike(String fund, int days) throws SQLException {
        LocalDate from = LocalDate.MIN;
        for (int day = 0; day < days; day++) {
            Optional<LocalDate> struck = strikeFirst(fund, from);
            if (struck.isEmpty()) {
                return;
            }
            from = struck.get().plusDays(1);
        }
    }

    /** @return the day, when the fund may go on */
    private Optional<LocalDate> strikeFirst(String fund, LocalDate from) throws SQLException {
        try (Connection connection = database.getConnection();
                Snapshot snapshot = Snapshot.of(database.getConnection())) {
            connection.setAutoCommit(false);
            Knowledge knowledge = snapshot.knowledge(snapshot.fund(fund).orElseThrow());
            KnownFund known = KnownFund.of(knowledge, Optional.empty());
            LocalDate date =
                    known.schedule().first(from, LocalDate.of(2030, 1, 1)).orElseThrow();
            new Years(database).open(date);
            Opening opening = snapshot.opening(knowledge, date);
            NavInputs inputs = known.on(date, opening.books());
            NavResult result = Nav.strike(inputs);
            StrikeRows.append(
                    connection,
                    StrikeId.scheduled(fund, date),
                    new StrikeRows.Made(Optional.empty(), opening.strike(), SCHEDULE),
                    inputs,
                    result,
                    FundTables.of(knowledge.fund(), knowledge.instruments()));
            connection.commit();
            return result.status() == NavResult.Status.HELD ? Optional.empty() : Optional.of(date);
        }
    }

    /** The same days again on a branch that begins with the fund's first, which is returned. */
    long strikeOnBranch(String fund, int days, String openedBy) throws SQLException {
        execute("insert into assay.branch (fund, from_date, known, reason, opened_by, request)"
                + " values ('%s', '2026-01-05', '2026-12-31T00:00:00Z', 'late trade', '%s', 'request-1')"
                        .formatted(fund, openedBy));
        Branch branch;
        try (Snapshot snapshot = Snapshot.of(database.getConnection())) {
            branch = snapshot.branches(fund).get(0);
        }
        LocalDate from = LocalDate.MIN;
        for (int day = 0; day < days; day++) {
            from = strikeOn(branch, from).plusDays(1);
        }
        return branch.id();
    }

    private LocalDate strikeOn(Branch branch, LocalDate from) throws SQLException {
        try (Connection connection = database.getConnection();
                Snapshot snapshot = Snapshot.of(database.getConnection())) {
            connection.setAutoCommit(false);
            Knowledge knowledge =
                    snapshot.knowledge(snapshot.fund(branch.fund()).orElseThrow(), branch);
            KnownFund known = KnownFund.of(knowledge, Optional.empty());
            LocalDate date =
                    known.schedule().first(from, LocalDate.of(2030, 1, 1)).orElseThrow();
            Opening opening = snapshot.opening(knowledge, date, branch);
            NavInputs inputs = known.on(date, branch.known(), opening.books());
            NavResult result = Nav.strike(inputs);
            StrikeRows.append(
                    connection,
                    new StrikeId(branch.fund(), date, 2, 1),
                    new StrikeRows.Made(Optional.of(branch.id()), opening.strike(), SCHEDULE),
                    inputs,
                    result,
                    FundTables.of(knowledge.fund(), knowledge.instruments()));
            connection.commit();
            return date;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
