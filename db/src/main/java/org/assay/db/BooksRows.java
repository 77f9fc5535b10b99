package org.assay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.db.FileRows.Owner;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.BooksTables;
import org.assay.pack.table.Table;

/** The books a strike closed, in schema derived: a table for each file of the pack's folder books/. */
final class BooksRows {
    private final BooksTables tables;

    BooksRows(BooksTables tables) {
        this.tables = tables;
    }

    void append(Connection connection, long strike, Books books) throws SQLException {
        for (Part<?> part : parts()) {
            part.append(connection, strike, books);
        }
    }

    /** Empty when they were forgotten. */
    Optional<Books> find(Connection connection, long strike) throws SQLException {
        List<Books.Struck> struck = rows(connection, tables.struck(), strike);
        return struck.isEmpty() ? Optional.empty() : Optional.of(read(connection, strike, struck));
    }

    private Books read(Connection connection, long strike, List<Books.Struck> struck) throws SQLException {
        return new Books(
                struck.stream().findFirst(),
                rows(connection, tables.balances(), strike),
                rows(connection, tables.lots(), strike),
                rows(connection, tables.classes(), strike),
                rows(connection, tables.orders(), strike),
                rows(connection, tables.deals(), strike),
                rows(connection, tables.dues(), strike),
                rows(connection, tables.marks(), strike),
                rows(connection, tables.marginRates(), strike),
                rows(connection, tables.margins(), strike),
                rows(connection, tables.rolls(), strike));
    }

    private List<Part<?>> parts() {
        List<Part<?>> parts = new ArrayList<>();
        parts.add(new Part<>(tables.struck(), books -> books.struck().stream().toList()));
        parts.add(new Part<>(tables.balances(), Books::balances));
        parts.add(new Part<>(tables.lots(), Books::lots));
        parts.add(new Part<>(tables.classes(), Books::classes));
        parts.add(new Part<>(tables.orders(), Books::orders));
        parts.add(new Part<>(tables.deals(), Books::deals));
        parts.add(new Part<>(tables.dues(), Books::dues));
        parts.add(new Part<>(tables.marks(), Books::marks));
        parts.add(new Part<>(tables.marginRates(), Books::marginRates));
        parts.add(new Part<>(tables.margins(), Books::margins));
        parts.add(new Part<>(tables.rolls(), Books::rolls));
        return parts;
    }

    private static <T> List<T> rows(Connection connection, Table<T> layout, long strike) throws SQLException {
        return FileRows.read(connection, layout, table(layout) + " where strike = ?", strike);
    }

    private static String table(Table<?> layout) {
        return "derived." + Tables.name(layout);
    }

    private record Part<T>(Table<T> layout, Function<Books, List<T>> of) {
        void append(Connection connection, long strike, Books books) throws SQLException {
            FileRows.append(connection, table(layout), Owner.of("strike", strike), layout, of.apply(books));
        }
    }
}
