package org.assay.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.Parsed;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackReader;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/** The demo fund, brought by a preparer and struck from the database as the server does it, day by day. */
final class StruckFund {
    static final AskedBy SCHEDULE = new AskedBy("schedule", Optional.of("fire-1"), "node-1");
    static final FundPack PACK = demo();
    static final FundHead FUND =
            new FundHead(PACK.fund(), "0".repeat(64), PACK.manifest().known(), "preparer@demo");

    private static boolean isThere;

    private StruckFund() {}

    static TestDatabase database() throws SQLException {
        synchronized (StruckFund.class) {
            if (!isThere) {
                bring();
                strikeAll();
                isThere = true;
            }
        }
        return TestDatabase.SHARED;
    }

    private static FundPack demo() {
        try {
            Parsed<FundPack> read =
                    PackReader.read(Path.of(System.getProperty("assay.root"), "ejb/pack/demo/ill-compute"));
            return read.rows().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bring() throws SQLException {
        try (Connection connection = TestDatabase.SHARED.app().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into assay.fund (id, name, illustrative, terms, pack, known, imported_by)
                    values (?, ?, true, ?, ?, now(), ?)""")) {
                FileRows.bind(
                        connection,
                        insert,
                        FUND.id(),
                        FUND.terms().name(),
                        FundTables.json(FUND.terms()),
                        FUND.pack(),
                        FUND.importedBy());
                insert.executeUpdate();
            }
            Arrival file = new Arrival(FUND.id(), "pack", "pack", FUND.pack(), Optional.empty(), FUND.importedBy());
            KnownRows.append(connection, FUND, PACK, ArrivalRows.append(connection, file, new byte[0], 0, false));
            connection.commit();
        }
    }

    private static void strikeAll() throws SQLException {
        LocalDate to = LocalDate.of(2026, 5, 29);
        Optional<LocalDate> date = Optional.of(PACK.fund().inception());
        while (date.isPresent()) {
            date = strike(date.get(), to);
        }
    }

    /** @return the strike day after it */
    private static Optional<LocalDate> strike(LocalDate date, LocalDate to) throws SQLException {
        try (Connection connection = TestDatabase.SHARED.app().getConnection();
                Snapshot snapshot = Snapshot.of(TestDatabase.SHARED.app().getConnection())) {
            connection.setAutoCommit(false);
            FundHead fund = snapshot.fund(FUND.id()).orElseThrow();
            Knowledge knowledge = snapshot.knowledge(fund);
            KnownFund known = KnownFund.of(knowledge, Optional.empty());
            Opening opening = snapshot.opening(knowledge, date);
            NavInputs inputs = known.on(date, opening.books());
            NavResult result = Nav.strike(inputs);
            FundTables tables = FundTables.of(knowledge.fund(), knowledge.instruments());
            StrikeRows.Made made = new StrikeRows.Made(Optional.empty(), opening.strike(), SCHEDULE);
            StrikeRows.append(connection, StrikeId.scheduled(FUND.id(), date), made, inputs, result, tables);
            connection.commit();
            return known.schedule().first(date.plusDays(1), to);
        }
    }
}
