package org.assay.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.BooksTables;
import org.assay.pack.fund.FactTables;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.table.Table;
import org.postgresql.PGConnection;

/**
 * Many funds in the books: a few are written as they come in a pack, the others are copied from them inside the database
 * under other names. Books say nothing of their fund, so a copy's have the digest of the original's.
 */
final class FundLoad {
    private static final int DRAWN = 4;
    private static final List<String> OF_FUND = List.of("instrument", "trades", "capital", "cash", "prices", "fx");

    private final Connection connection;

    private FundLoad(Connection connection) {
        this.connection = connection;
    }

    /** Empties the books first. Ends with statistics and a checkpoint, so that no figure pays for the load. */
    static void load(BenchDatabase database, int funds, int positions, int lotsPerPosition)
            throws SQLException, IOException {
        try (Connection connection = database.superuser()) {
            FundLoad load = new FundLoad(connection);
            load.sql("truncate assay.fund, assay.strike cascade");
            load.sql("select assay.open_year('%s')".formatted(BenchFund.STRUCK));
            load.sql("truncate derived.books");
            int drawn = Math.min(DRAWN, funds);
            for (int i = 0; i < drawn; i++) {
                load.write(BenchFund.of(id(i), i, positions, lotsPerPosition));
            }
            load.copy(drawn, funds);
            load.sql("vacuum analyze");
            load.sql("checkpoint");
        }
    }

    static String id(int fund) {
        return "BENCH-" + (100_000 + fund);
    }

    private void write(FundPack pack) throws SQLException, IOException {
        String fund = pack.fund().fund();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into assay.fund (id, name, illustrative, terms, pack, known, imported_by)
                values (?, ?, true, ?, '-', now(), 'bench')""")) {
            insert.setString(1, fund);
            insert.setString(2, pack.fund().name());
            insert.setString(3, FundTables.json(pack.fund()));
            insert.executeUpdate();
        }
        instruments(fund, pack);
        FundTables tables = FundTables.of(pack.fund(), pack.instruments());
        List<String> posted = List.of(fund, "bench");
        for (FactTables.Kind<?> kind : tables.facts()) {
            facts(posted, kind, pack.facts());
        }
        rows(posted, tables.prices(), pack.quotes());
        rows(posted, tables.rates(), pack.rates());
        books(opening(fund, pack.opening()), tables.books(), pack.opening());
    }

    private void instruments(String fund, FundPack pack) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into assay.instrument (fund, id, kind, name, currency, currency_decimals, illustrative, decimals)
                values (?, ?, 'TOKEN', ?, ?, ?, true, ?)""")) {
            for (Instrument instrument : pack.instruments().values()) {
                insert.setString(1, fund);
                insert.setString(2, instrument.id());
                insert.setString(3, instrument.name());
                insert.setString(4, instrument.currency().code());
                insert.setInt(5, instrument.currency().decimals());
                insert.setInt(6, ((Token) instrument).decimals());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private <T extends Fact> void facts(List<String> posted, FactTables.Kind<T> kind, List<Fact> facts)
            throws SQLException, IOException {
        List<T> ofKind = facts.stream()
                .filter(kind.type()::isInstance)
                .map(kind.type()::cast)
                .toList();
        rows(posted, kind.table(), ofKind);
    }

    /** As onboarding keeps the books a fund comes with: version 0 of the day that closed them. */
    private long opening(String fund, Books books) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into assay.strike (fund, date, version, attempt, valuation_point, known, books, outcome,
                    controls_run, controls_failed, struck_by, node)
                values (?, ?, 0, 0, now(), now(), ?, 'OPENING', 0, 0, 'bench', '') returning id""")) {
            insert.setString(1, fund);
            insert.setObject(2, books.struck().orElseThrow().date());
            insert.setString(3, books.digest());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void books(long strike, BooksTables tables, Books books) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into derived.books (strike, file, csv) values (?, ?, ?)")) {
            tables.write(books, new BooksTables.Sheets() {
                @Override
                public <T> void put(Table<T> table, List<T> rows) {
                    if (rows.isEmpty()) {
                        return;
                    }
                    try {
                        insert.setLong(1, strike);
                        insert.setString(2, name(table));
                        insert.setString(3, table.write(rows));
                        insert.addBatch();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            insert.executeBatch();
        }
    }

    /** @param posted the fund, and who posted them */
    private <T> void rows(List<String> posted, Table<T> layout, List<T> rows) throws SQLException, IOException {
        if (rows.isEmpty()) {
            return;
        }
        StringWriter csv = new StringWriter();
        layout.load(posted, rows, csv);
        String columns = layout.columns().stream().map(FundLoad::quoted).collect(Collectors.joining(", "));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy assay.%s (fund, posted_by, %s) from stdin (format csv)".formatted(name(layout), columns),
                        new StringReader(csv.toString()));
    }

    private void copy(int drawn, int funds) throws SQLException {
        sql("create temporary table copies as select 'BENCH-' || (100000 + i) as id,"
                + " 'BENCH-' || (100000 + i %% %s) as original from generate_series(%s, %s) i"
                        .formatted(drawn, drawn, funds - 1));
        sql("insert into assay.fund (id, name, illustrative, terms, pack, known, imported_by)"
                + " select c.id, name, illustrative, replace(terms, original, c.id), pack, known, imported_by"
                + " from assay.fund f join copies c on c.original = f.id");
        for (String table : OF_FUND) {
            List<String> columns = columns(table, "fund");
            String names = String.join(", ", columns);
            sql("insert into assay.%s (fund, %s) select c.id, %s from assay.%s t join copies c on c.original = t.fund"
                    .formatted(table, names, prefixed(columns), table));
        }
        sql("insert into assay.strike (fund, date, version, attempt, valuation_point, known, books, outcome,"
                + " controls_run, controls_failed, struck_by, node)"
                + " select c.id, date, version, attempt, valuation_point, known, books, outcome,"
                + " controls_run, controls_failed, struck_by, node"
                + " from assay.strike s join copies c on c.original = s.fund");
        sql("create temporary table strikes as select o.id as original, s.id from copies c"
                + " join assay.strike o on o.fund = c.original join assay.strike s on s.fund = c.id");
        sql("insert into derived.books (strike, file, csv)"
                + " select s.id, t.file, t.csv from derived.books t join strikes s on s.original = t.strike");
        sql("drop table copies, strikes");
    }

    private static String name(Table<?> layout) {
        String file = layout.file();
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
    }

    private static String prefixed(List<String> columns) {
        return columns.stream().map(name -> "t." + name).collect(Collectors.joining(", "));
    }

    private List<String> columns(String table, String but) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select column_name from information_schema.columns"
                + " where table_schema = 'assay' and table_name = ? and column_name <> ? order by ordinal_position")) {
            select.setString(1, table);
            select.setString(2, but);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(quoted(row.getString(1)));
                }
            }
        }
        return columns;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void sql(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
