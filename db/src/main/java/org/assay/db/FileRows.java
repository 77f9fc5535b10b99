package org.assay.db;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;
import org.assay.pack.table.TableRows;
import org.postgresql.PGConnection;

/**
 * Rows of the database in the layout of a pack's file. A table has the file's columns; before them stand those that
 * say what the rows belong to. Written by COPY, read by one SELECT: never row by row.
 */
final class FileRows {
    private static final int FETCH = 1_000;

    private FileRows() {}

    /** What rows belong to: {@code fund = 'ILL-COMPUTE'}. */
    record Owner(List<String> columns, List<String> values) {
        static Owner of(String column, Object value) {
            return new Owner(List.of(column), List.of(value.toString()));
        }

        Owner and(String column, Object value) {
            return new Owner(
                    Stream.concat(columns.stream(), Stream.of(column)).toList(),
                    Stream.concat(values.stream(), Stream.of(value.toString())).toList());
        }
    }

    static <T> void append(Connection connection, String table, Owner owner, Table<T> layout, List<T> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        StringWriter csv = new StringWriter();
        try {
            layout.load(owner.values(), rows, csv);
            String columns = names(Stream.concat(owner.columns().stream(), layout.columns().stream()));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin (format csv)".formatted(table, columns),
                            new StringReader(csv.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("rows of %s in memory that cannot be written".formatted(table), e);
        }
    }

    /**
     * @param from what follows FROM, with its conditions
     * @throws IllegalStateException for a row the layout refuses: the database holds what was never written
     */
    static <T> List<T> read(Connection connection, Table<T> layout, String from, Object... arguments)
            throws SQLException {
        Set<String> instants = layout.instants();
        String columns = layout.columns().stream()
                .map(name -> instants.contains(name) ? utc(name) : plain(name))
                .collect(Collectors.joining(", "));
        try (PreparedStatement select = connection.prepareStatement("select %s from %s".formatted(columns, from))) {
            bind(connection, select, arguments);
            select.setFetchSize(FETCH);
            try (ResultSet found = select.executeQuery()) {
                Refusals refusals = new Refusals();
                return whole(
                        layout.read(
                                layout.columns(), cells(found, layout.columns().size()), refusals),
                        refusals);
            }
        }
    }

    /** @throws IllegalStateException for a row the layout refused: the database holds what was never written */
    static <T> List<T> whole(TableRows<T> read, Refusals refusals) {
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(
                    "rows that cannot be: %s".formatted(refusals.sorted().get(0)));
        }
        return read.values();
    }

    static void bind(Connection connection, PreparedStatement statement, Object... arguments) throws SQLException {
        bindFrom(1, connection, statement, arguments);
    }

    /** @param first place of the first argument */
    static void bindFrom(int first, Connection connection, PreparedStatement statement, Object... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(first + i, sql(connection, arguments[i]));
        }
    }

    private static Object sql(Connection connection, Object argument) throws SQLException {
        if (argument instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (argument instanceof SortedSet<?> names) {
            return connection.createArrayOf("text", names.toArray());
        }
        if (argument instanceof String
                || argument instanceof Long
                || argument instanceof LocalDate
                || argument instanceof Array) {
            return argument;
        }
        throw new IllegalStateException("no column takes " + argument.getClass());
    }

    private static List<List<String>> cells(ResultSet found, int width) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (found.next()) {
            List<String> cells = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                cells.add(Optional.ofNullable(found.getString(i)).orElse(""));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String names(Stream<String> columns) {
        return columns.map(FileRows::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** As text from the database: the driver's own, of a number it got in binary, may have an exponent. */
    private static String plain(String name) {
        return quoted(name) + "::text";
    }

    private static String utc(String name) {
        return "to_char(\"%s\" at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(name);
    }
}
