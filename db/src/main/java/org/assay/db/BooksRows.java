package org.assay.db;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.BooksTables;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;

/** The books a strike closed, in schema derived: the files of the pack's folder books/, each as a whole (ADR 19). */
final class BooksRows {
    private final BooksTables tables;

    BooksRows(BooksTables tables) {
        this.tables = tables;
    }

    void append(Connection connection, long strike, Books books) throws SQLException {
        Files files = new Files(new TreeMap<>());
        tables.write(books, files);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into derived.books (strike, file, csv) values (?, ?, ?)")) {
            for (Map.Entry<String, String> file : files.byName().entrySet()) {
                insert.setLong(1, strike);
                insert.setString(2, file.getKey());
                insert.setString(3, file.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Empty when they were forgotten. */
    Optional<Books> find(Connection connection, long strike) throws SQLException {
        Files files = files(connection, strike);
        Optional<Books.Struck> struck = files.of(tables.struck()).stream().findFirst();
        return struck.isEmpty() ? Optional.empty() : Optional.of(tables.read(struck, files));
    }

    private static Files files(Connection connection, long strike) throws SQLException {
        SortedMap<String, String> byName = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select file, csv from derived.books where strike = ?")) {
            select.setLong(1, strike);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byName.put(row.getString(1), row.getString(2));
                }
            }
        }
        return new Files(byName);
    }

    /** A file without rows is not there. */
    private record Files(SortedMap<String, String> byName) implements BooksTables.Rows, BooksTables.Sheets {
        @Override
        public <T> void put(Table<T> table, List<T> rows) {
            if (!rows.isEmpty()) {
                StringWriter text = new StringWriter();
                try (Table<T>.Sheet sheet = table.open(text)) {
                    rows.forEach(sheet::add);
                } catch (IOException e) {
                    throw new UncheckedIOException("text in memory that cannot be written", e);
                }
                byName.put(Tables.name(table), text.toString());
            }
        }

        /** @throws IllegalStateException for a row the layout refuses: it is not what was written */
        @Override
        public <T> List<T> of(Table<T> table) {
            Optional<String> text = Optional.ofNullable(byName.get(Tables.name(table)));
            if (text.isEmpty()) {
                return List.of();
            }
            Refusals refusals = new Refusals();
            return FileRows.whole(table.read(text.get(), refusals), refusals);
        }
    }
}
