package org.assay.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What somebody does who owns the database: triggers and foreign keys are off, rights do not bind him. */
final class Tampering {
    /** A row of a sealed table, by where it lies and by its key. */
    private record Row(String at, String key) {}

    /**
     * What was done.
     *
     * @param table of schema assay, where it was done
     * @param key of the row it was done to; of the links, for the chain
     */
    record Done(String how, String table, String key) {}

    private record Column(String name, String type) {}

    private final Connection connection;
    private final SplittableRandom random;

    Tampering(Connection connection, long seed) throws SQLException {
        this.connection = connection;
        this.random = new SplittableRandom(seed);
        execute("set local session_replication_role = replica");
        execute("set local timezone = 'UTC'");
    }

    /** One tampering with the rows, drawn by the seed; tried again until the database takes one. */
    Done row() throws SQLException {
        while (true) {
            Savepoint before = connection.setSavepoint();
            try {
                Optional<Done> done = attempt();
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (SQLException refused) {
                // A check constraint or a unique key stands in the way, whoever asks.
                connection.rollback(before);
            }
        }
    }

    private Optional<Done> attempt() throws SQLException {
        List<String> tables = strings("select \"table\" from assay.sealed order by \"table\"");
        String table = tables.get(random.nextInt(tables.size()));
        List<String> key = key(table);
        List<Row> rows = rows(table, key);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.get(random.nextInt(rows.size()));
        return switch (random.nextInt(4)) {
            case 0 -> altered(table, row);
            case 1 -> removed(table, row);
            case 2 -> swapped(table, row, rows.get(random.nextInt(rows.size())));
            default -> slippedIn(table, row, key);
        };
    }

    private Optional<Done> altered(String table, Row row) throws SQLException {
        List<Column> columns = columns(table);
        Column column = columns.get(random.nextInt(columns.size()));
        int changed = execute(
                "update assay.%s set \"%s\" = %s where %s".formatted(table, column.name(), other(column), row.at()));
        return changed == 1 ? Optional.of(new Done("altered " + column.name(), table, row.key())) : Optional.empty();
    }

    private Optional<Done> removed(String table, Row row) throws SQLException {
        execute("delete from assay.%s where %s".formatted(table, row.at()));
        return Optional.of(new Done("removed", table, row.key()));
    }

    /** Both rows stay, with each other's value in one column. */
    private Optional<Done> swapped(String table, Row one, Row other) throws SQLException {
        List<Column> columns = columns(table);
        String column = columns.get(random.nextInt(columns.size())).name();
        int changed = execute("""
                update assay.%1$s t set "%2$s" = o."%2$s" from (select tableoid as old_table, ctid as old_place, * from assay.%1$s) o
                where t."%2$s" is distinct from o."%2$s"
                    and (%3$s and %6$s or %4$s and %5$s)""".formatted(
                        table,
                        column,
                        one.at().replace("tableoid", "t.tableoid").replace("ctid", "t.ctid"),
                        other.at().replace("tableoid", "t.tableoid").replace("ctid", "t.ctid"),
                        one.at().replace("tableoid", "o.old_table").replace("ctid", "o.old_place"),
                        other.at().replace("tableoid", "o.old_table").replace("ctid", "o.old_place")));
        return changed == 2 ? Optional.of(new Done("swapped " + column, table, one.key())) : Optional.empty();
    }

    /** A copy of a row under another key. */
    private Optional<Done> slippedIn(String table, Row row, List<String> key) throws SQLException {
        List<Column> columns = columns(table).stream()
                .filter(column -> key.contains(column.name()))
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Column column = columns.get(random.nextInt(columns.size()));
        List<String> forged = strings("""
                insert into assay.%1$s overriding system value
                select (jsonb_populate_record(t, jsonb_build_object('%2$s', %3$s))).* from assay.%1$s t where %4$s
                returning row(%5$s)::text""".formatted(table, column.name(), other(column), row.at(), quoted(key)));
        return forged.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done("slipped in by " + column.name(), table, forged.get(0)));
    }

    /** One tampering with the chain itself. */
    Done chain() throws SQLException {
        List<Row> links = rows("chain", List.of("fund", "seq"));
        Row link = links.get(random.nextInt(links.size()));
        if (random.nextBoolean()) {
            execute("delete from assay.chain where " + link.at());
            return new Done("link removed", "chain", link.key());
        }
        List<Column> columns = columns("chain").stream()
                .filter(column -> !column.name().equals("fund"))
                .toList();
        Column column = columns.get(random.nextInt(columns.size()));
        // Of another place only one that is free: the next one is taken by the next link.
        String other = column.name().equals("seq") ? "seq + 1000000" : other(column);
        execute("update assay.chain set \"%s\" = %s where %s".formatted(column.name(), other, link.at()));
        return new Done("link altered in " + column.name(), "chain", link.key());
    }

    /** Alters a row and makes its link and all links after it anew, as if it had always been so. */
    Done everything(String fund) throws SQLException {
        List<Row> rows = rows("journal", List.of("strike", "entry", "line"));
        Row row = rows.get(random.nextInt(rows.size()));
        execute("update assay.journal set fact = fact || 'x' where " + row.at());
        execute("set local search_path = pg_catalog");
        execute("set local datestyle = 'ISO'");
        execute("""
                update assay.chain c set
                    content = (select encode(sha256(string_agg(hash, '' order by place)), 'hex') from %1$s),
                    marks = (select string_agg(substr(hash, 1, 8), '' order by place) from %1$s)
                where c."table" = 'journal'""".formatted("""
                        (select sha256(convert_to(rtrim(j::text, ',)'), 'UTF8')) as hash,
                            array_position(c.keys, row(j.entry, j.line)::text) as place
                         from assay.journal j where j.strike = c.owner) hashed"""));
        linkAnew(fund);
        return new Done("row altered and chain made anew", "journal", row.key());
    }

    /** A link's digest of its rows, with every link made anew: marks and rows still agree. */
    Done content(String fund) throws SQLException {
        execute("set local search_path = pg_catalog");
        execute("set local datestyle = 'ISO'");
        List<Row> links = rows("chain", List.of("fund", "seq"));
        Row link = links.get(links.size() - 1 - random.nextInt(links.size() / 2));
        execute("update assay.chain set content = repeat('0', 64) where " + link.at());
        linkAnew(fund);
        return new Done("content altered and chain made anew", "chain", link.key());
    }

    private void linkAnew(String fund) throws SQLException {
        execute("""
                do $$
                declare
                    piece  assay.chain;
                    before text := '';
                begin
                    for piece in select * from assay.chain where fund = '%s' order by seq loop
                        piece.link := null;
                        piece.link := encode(sha256(convert_to(before || rtrim(piece::text, ',)'), 'UTF8')), 'hex');
                        before := piece.link;
                        update assay.chain c set link = piece.link where c.fund = piece.fund and c.seq = piece.seq;
                    end loop;
                end
                $$""".formatted(fund));
    }

    /** Another value, also where there is none. */
    private static String other(Column column) {
        String name = '"' + column.name() + '"';
        return switch (column.type()) {
            case "bigint", "integer", "numeric", "money", "quantity", "price", "rate" ->
                "coalesce(%s, 0) + 1".formatted(name);
            case "date" -> "coalesce(%s, '2026-01-01') + 1".formatted(name);
            case "timestamp with time zone" -> "coalesce(%s, '2026-01-01') + interval '1 microsecond'".formatted(name);
            case "boolean" -> "not " + name;
            case "bytea" -> "coalesce(%s, '') || '\\x00'".formatted(name);
            case "character", "digest" ->
                "translate(coalesce(%s, repeat('f', 64)), '0123456789abcdef', '123456789abcdef0')".formatted(name);
            case "ARRAY" -> "array_append(%s, 'x')".formatted(name);
            default -> "coalesce(%s, '') || 'x'".formatted(name);
        };
    }

    private List<String> key(String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select key from assay.sealed where \"table\" = ?")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Array key = row.getArray(1);
                return List.of((String[]) key.getArray());
            }
        }
    }

    private List<Row> rows(String table, List<String> key) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select tableoid, ctid, row(%s)::text from assay.%s order by 1, 2"
                        .formatted(quoted(key), table))) {
            while (row.next()) {
                rows.add(new Row(
                        "(tableoid = %s and ctid = '%s')".formatted(row.getString(1), row.getString(2)),
                        row.getString(3)));
            }
        }
        return rows;
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select column_name, coalesce(domain_name, data_type) from information_schema.columns
                where table_schema = 'assay' and table_name = ? order by ordinal_position""")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
            }
        }
        return columns;
    }

    private static String quoted(List<String> columns) {
        return '"' + String.join("\", \"", columns) + '"';
    }

    private List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    private int execute(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
            return sql.getUpdateCount();
        }
    }
}
