package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
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
    private static final String LAST_BEFORE = """
            select id, date, version, books from assay.strike where fund = ? and date < ?
            order by date desc, version desc, attempt desc limit 1""";

    private final Connection connection;
    private final String fund;
    private final BooksRows rows;
    private final KnownFund known;

    private ClosedBooks(Connection connection, String fund, BooksRows rows, KnownFund known) {
        this.connection = connection;
        this.fund = fund;
        this.rows = rows;
        this.known = known;
    }

    /** @param known the same fund, with what each of its strikes knew */
    static ClosedBooks of(Connection connection, Knowledge knowledge, KnownFund known) {
        return new ClosedBooks(
                connection,
                knowledge.fund().fund(),
                new BooksRows(
                        FundTables.of(knowledge.fund(), knowledge.instruments()).books()),
                known);
    }

    private record Closing(long id, LocalDate date, int version, String digest) {}

    /** Of the last strike before this day; empty books before a fund's first. */
    Books before(LocalDate date) throws SQLException {
        Optional<Closing> last = lastBefore(date);
        return last.isEmpty() ? Books.empty() : closed(last.get());
    }

    private Books closed(Closing closing) throws SQLException {
        Optional<Books> kept = rows.find(connection, closing.id());
        Books books = kept.isPresent() ? kept.get() : struckAgain(closing);
        if (!books.digest().equals(closing.digest())) {
            throw new IllegalStateException(
                    "the books of %s are not those that %s closed: schema derived was changed; remove its rows of strike %s"
                            .formatted(fund, closing.date(), Long.toString(closing.id())));
        }
        return books;
    }

    private Books struckAgain(Closing closing) throws SQLException {
        if (closing.version() == 0) {
            throw new IllegalStateException("the books %s came with are gone: restore schema derived".formatted(fund));
        }
        return Nav.strike(known.on(closing.date(), before(closing.date()))).closing();
    }

    private Optional<Closing> lastBefore(LocalDate date) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_BEFORE)) {
            FileRows.bind(connection, select, fund, date);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Closing(
                                row.getLong("id"),
                                row.getObject("date", LocalDate.class),
                                row.getInt("version"),
                                row.getString("books")))
                        : Optional.empty();
            }
        }
    }
}
