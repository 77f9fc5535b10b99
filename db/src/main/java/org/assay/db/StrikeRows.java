package org.assay.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.assay.db.FileRows.Owner;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.ResultTables;
import org.assay.pack.replay.ResultTables.Of;
import org.assay.pack.replay.ResultTables.Posting;
import org.assay.pack.table.Table;

/** A strike as rows: its head, what it took, what it decided, and the books it closed. Its year is open ({@link Years}). */
final class StrikeRows {
    private static final String HEAD = """
            insert into assay.strike (fund, date, version, attempt, branch, opening, valuation_point, known, inputs, result, books,
                outcome, net_assets, currency, controls_run, controls_failed, struck_by, fire_instance, node)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fund, date, version, attempt) do nothing
            returning id""";

    private static final String TAKEN =
            "insert into assay.strike_fact (strike, date, fund, fact) select ?, ?, ?, id from unnest(?) id";

    private StrikeRows() {}

    /** @return the row's id; empty when this strike was made before, and then nothing is written */
    static OptionalLong append(
            Connection connection, StrikeId strike, Made made, NavInputs inputs, NavResult result, FundTables tables)
            throws SQLException {
        NavResult.Digests digests = result.digests();
        Head head = new Head(
                inputs.valuationPoint(),
                inputs.known(),
                Optional.of(result.inputs()),
                Optional.of(digests.result()),
                digests.books(),
                result.status().name(),
                Optional.of(result.netAssets().amount()),
                Optional.of(result.netAssets().currency().code()),
                result.controls().size(),
                (int) result.controls().stream()
                        .filter(control -> control.failed() > 0)
                        .count());
        OptionalLong id = head(connection, strike, made, head);
        if (id.isEmpty()) {
            return id;
        }
        long row = id.getAsLong();
        taken(connection, row, strike, inputs);
        rows(connection, row, ResultTables.nav(strike.version()), result, NavResult::classes);
        FileRows.append(
                connection, "assay.journal", Owner.of("strike", row), ResultTables.journal(), Posting.of(result));
        rows(connection, row, ResultTables.movements(), result, NavResult::movements);
        rows(connection, row, ResultTables.controls(), result, NavResult::controls);
        FileRows.append(
                connection, "assay.findings", Owner.of("strike", row), ResultTables.findings(), result.findings());
        new BooksRows(tables.books()).append(connection, row, result.closing());
        return id;
    }

    /** The books a fund came with, as version 0 of the day that closed them. */
    static void appendOpening(Connection connection, FundHead fund, Books opening, FundTables tables)
            throws SQLException {
        Books.Struck struck = opening.struck().orElseThrow();
        Head head = new Head(
                struck.at(),
                struck.known(),
                Optional.empty(),
                Optional.empty(),
                opening.digest(),
                "OPENING",
                Optional.empty(),
                Optional.empty(),
                0,
                0);
        Made imported =
                new Made(Optional.empty(), Optional.empty(), new AskedBy(fund.importedBy(), Optional.empty(), ""));
        OptionalLong id = head(connection, new StrikeId(fund.id(), struck.date(), 0, 0), imported, head);
        new BooksRows(tables.books()).append(connection, id.orElseThrow(), opening);
    }

    /**
     * How a strike came about.
     *
     * @param opening the strike whose books it opened with
     */
    record Made(Optional<Long> branch, Optional<Long> opening, AskedBy askedBy) {}

    private record Head(
            Instant valuationPoint,
            Instant known,
            Optional<String> inputs,
            Optional<String> result,
            String books,
            String outcome,
            Optional<BigDecimal> netAssets,
            Optional<String> currency,
            int controlsRun,
            int controlsFailed) {}

    private static OptionalLong head(Connection connection, StrikeId strike, Made made, Head head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(HEAD)) {
            insert.setString(1, strike.fund());
            insert.setObject(2, strike.date());
            insert.setInt(3, strike.version());
            insert.setInt(4, strike.attempt());
            insert.setObject(5, made.branch().orElse(null), Types.BIGINT);
            insert.setObject(6, made.opening().orElse(null), Types.BIGINT);
            insert.setObject(7, head.valuationPoint().atOffset(ZoneOffset.UTC));
            insert.setObject(8, head.known().atOffset(ZoneOffset.UTC));
            insert.setString(9, head.inputs().orElse(null));
            insert.setString(10, head.result().orElse(null));
            insert.setString(11, head.books());
            insert.setString(12, head.outcome());
            insert.setObject(13, head.netAssets().orElse(null), Types.NUMERIC);
            insert.setString(14, head.currency().orElse(null));
            insert.setInt(15, head.controlsRun());
            insert.setInt(16, head.controlsFailed());
            insert.setString(17, made.askedBy().who());
            insert.setString(18, made.askedBy().fireInstance().orElse(null));
            insert.setString(19, made.askedBy().node());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void taken(Connection connection, long row, StrikeId strike, NavInputs inputs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TAKEN)) {
            insert.setLong(1, row);
            insert.setObject(2, strike.date());
            insert.setString(3, strike.fund());
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            inputs.facts().stream()
                                    .map(fact -> fact.stamp().id())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    private static <T> void rows(
            Connection connection, long strike, Table<Of<T>> layout, NavResult result, Function<NavResult, List<T>> of)
            throws SQLException {
        List<Of<T>> rows =
                of.apply(result).stream().map(row -> new Of<>(result, row)).toList();
        FileRows.append(connection, "assay." + Tables.name(layout), Owner.of("strike", strike), layout, rows);
    }
}
