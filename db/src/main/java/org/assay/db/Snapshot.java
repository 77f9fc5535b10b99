package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/**
 * The books at one moment: a read-only REPEATABLE READ transaction, so that everything read through it was true
 * together. Not for two threads.
 */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read read only");
            }
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** All funds, by id. */
    public List<FundHead> funds() {
        return Question.ask(() -> funds("true"));
    }

    public Optional<FundHead> fund(String id) {
        return Question.ask(() -> funds("id = ?", id).stream().findFirst());
    }

    /** All that is known of a fund. */
    public Knowledge knowledge(FundHead fund) {
        return Question.ask(() -> FundKnowledge.of(connection, fund.terms()));
    }

    /** The strike that counts for a day. */
    public Optional<StrikeHead> strike(String fund, LocalDate date) {
        return Question.ask(() -> StrikeHeads.read(connection, "fund = ? and date = ?", fund, date).stream()
                .findFirst());
    }

    /** The strikes that count, of a range of days with both ends, in order. */
    public List<StrikeHead> strikes(String fund, LocalDate from, LocalDate to) {
        return Question.ask(() -> StrikeHeads.read(connection, "fund = ? and date between ? and ?", fund, from, to));
    }

    /** The strike that counts for the last day before this one. */
    public Optional<StrikeHead> strikeBefore(String fund, LocalDate date) {
        return Question.ask(() ->
                StrikeHeads.read(connection, """
                        fund = ? and date =
                            (select max(date) from assay.strike where fund = ? and version > 0 and date < ?)""", fund, fund, date).stream().findFirst());
    }

    /** What is held or waits for a second person, by fund and day. */
    public List<StrikeHead> waiting() {
        return Question.ask(() -> StrikeHeads.read(connection, "status in ('HELD', 'REVIEW')"));
    }

    /** The last strike of a fund. */
    public Optional<StrikeHead> lastStrike(String fund) {
        return Question.ask(() -> StrikeHeads.read(
                        connection,
                        "fund = ? and date = (select max(date) from assay.strike where fund = ? and version > 0)",
                        fund,
                        fund)
                .stream()
                .findFirst());
    }

    /** The last day whose books are closed, by a strike or before the fund came in. */
    public Optional<LocalDate> closed(String fund) {
        return Question.ask(() -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select max(date) from assay.strike where fund = ?")) {
                FileRows.bind(connection, select, fund);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, LocalDate.class));
                }
            }
        });
    }

    /** Why the strike of a day could not be made, as last found. */
    public Optional<String> refusal(String fund, LocalDate date) {
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select reason from assay.refusal where fund = ? and date = ? order by id desc limit 1")) {
                FileRows.bind(connection, select, fund, date);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /**
     * What a strike of {@code date} opens with: the books of the day struck before it, or those the fund came with.
     *
     * @param known the same fund, with what each of its strikes knew
     * @throws IllegalStateException when they are not the books that were closed
     */
    public Books opening(Knowledge knowledge, KnownFund known, LocalDate date) {
        return Question.ask(() -> ClosedBooks.of(connection, knowledge, known).before(date));
    }

    private List<FundHead> funds(String condition, Object... arguments) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from assay.fund where %s order by id".formatted(condition))) {
            FileRows.bind(connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<FundHead> funds = new ArrayList<>();
                while (row.next()) {
                    funds.add(new FundHead(
                            FundTables.fund(row.getString("terms")),
                            row.getString("pack"),
                            row.getObject("known", OffsetDateTime.class).toInstant(),
                            row.getString("imported_by")));
                }
                return funds;
            }
        }
    }

    @Override
    public void close() {
        Question.ask(() -> {
            try (connection) {
                connection.rollback();
                return true;
            }
        });
    }
}
