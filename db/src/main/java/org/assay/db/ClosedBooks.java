package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/**
 * The books a strike closed. Those that are kept must have the digest the strike was kept with, which nobody can change;
 * those that were forgotten are struck again, from the last day that has them.
 */
final class ClosedBooks {
    private static final String CLOSING = """
            select s.id, s.date, s.version, s.branch, s.opening, s.known, s.books, s.struck_at
            from assay.strike s left join assay.branch_decision b on b.branch = s.branch where %s""";

    /** A held attempt gives way to the next; a version to the one above it, on the same line. */
    private static final String LAST_BEFORE = """
            s.fund = ? and s.date = (select max(date) from assay.strike where fund = ? and date < ? and branch is null)
            and %s order by s.version desc, s.attempt desc limit 1""".formatted(Line.HAS);

    private static final Newest<String, Books> KEPT = new Newest<>();

    private final Connection connection;
    private final Knowledge knowledge;
    private final BooksRows rows;

    private ClosedBooks(Connection connection, Knowledge knowledge) {
        this.connection = connection;
        this.knowledge = knowledge;
        rows = new BooksRows(
                FundTables.of(knowledge.fund(), knowledge.instruments()).books());
    }

    static ClosedBooks of(Connection connection, Knowledge knowledge) {
        return new ClosedBooks(connection, knowledge);
    }

    private record Closing(
            long id,
            LocalDate date,
            int version,
            Optional<Long> branch,
            Optional<Long> opening,
            Instant known,
            Instant struckAt,
            String digest) {}

    /** Of the last strike before this day that is on the line; none before a fund's first. */
    Opening before(LocalDate date, Line line) throws SQLException {
        String fund = knowledge.fund().fund();
        Object[] arguments = Stream.concat(Stream.of(fund, fund, date), Stream.of(line.arguments()))
                .toArray();
        Optional<Closing> last = closing(LAST_BEFORE, arguments);
        return last.isEmpty()
                ? Opening.NONE
                : new Opening(Optional.of(last.get().id()), closed(last.get()));
    }

    /** Of this very strike. */
    Books of(long strike) throws SQLException {
        return closed(closing("s.id = ?", strike)
                .orElseThrow(() ->
                        new IllegalStateException("strike %s of %s is gone".formatted(Long.toString(strike), fund()))));
    }

    /** For who continues with them, in this process: a digest says which books they are. */
    static void keep(String digest, Books books) {
        KEPT.keep(digest, books);
    }

    private Books closed(Closing closing) throws SQLException {
        Optional<Books> justClosed = KEPT.find(closing.digest());
        return justClosed.isPresent() ? justClosed.get() : read(closing);
    }

    private Books read(Closing closing) throws SQLException {
        Optional<Books> kept = rows.find(connection, closing.id());
        Books books = kept.isPresent() ? kept.get() : struckAgain(closing);
        if (!books.digest().equals(closing.digest())) {
            throw new IllegalStateException(
                    "the books of %s are not those that %s closed: schema derived was changed; remove its rows of strike %s"
                            .formatted(fund(), closing.date(), Long.toString(closing.id())));
        }
        return books;
    }

    private Books struckAgain(Closing closing) throws SQLException {
        if (closing.version() == 0) {
            throw new IllegalStateException(
                    "the books %s came with are gone: restore schema derived".formatted(fund()));
        }
        Books opening = closing.opening().isPresent() ? of(closing.opening().get()) : Books.empty();
        Line line = new Line(closing.branch(), closing.struckAt());
        KnownFund known = KnownFund.of(FundKnowledge.of(connection, knowledge.fund(), line), Optional.empty());
        return Nav.strike(known.on(closing.date(), closing.known(), opening)).closing();
    }

    private String fund() {
        return knowledge.fund().fund();
    }

    private Optional<Closing> closing(String condition, Object... arguments) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLOSING.formatted(condition))) {
            FileRows.bind(connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Closing(
                                row.getLong("id"),
                                row.getObject("date", LocalDate.class),
                                row.getInt("version"),
                                Optional.ofNullable(row.getObject("branch", Long.class)),
                                Optional.ofNullable(row.getObject("opening", Long.class)),
                                row.getObject("known", OffsetDateTime.class).toInstant(),
                                row.getObject("struck_at", OffsetDateTime.class).toInstant(),
                                row.getString("books")))
                        : Optional.empty();
            }
        }
    }
}
