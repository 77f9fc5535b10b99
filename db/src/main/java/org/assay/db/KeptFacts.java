package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.kernel.ledger.Fact;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FactTables;

/** Reads facts with what became of them by a moment, by page. */
final class KeptFacts {
    private static final String POSTED =
            "select id, posted_by, posted_at from assay.fact where fund = ? and id = any(?)";

    private static final String HEADS = """
            select f.id, f.posted_by, f.posted_at, c.id as by, coalesce(c.kind = 'cancellations', false) as cancelled
            from assay.fact f left join assay.fact c on c.fund = f.fund and c.corrects = f.id and c.posted_at <= ?
            where %s order by f.id <> ?, %s limit ? offset ?""";

    private static final String WANTED = "f.posted_at <= ? and f.fund = ? and f.kind = ? and starts_with(f.id, ?)";

    private KeptFacts() {}

    private record Head(String id, String postedBy, Instant postedAt, Optional<String> by, boolean isCancelled) {}

    static FactPage read(
            Connection connection,
            Instant moment,
            String fund,
            List<FactTables.Kind<?>> kinds,
            FactsWanted wanted,
            long skip,
            long limit)
            throws SQLException {
        List<Head> heads = heads(connection, moment, fund, wanted, skip, limit);
        for (FactTables.Kind<?> each : kinds) {
            if (Tables.name(each.table()).equals(wanted.kind())) {
                return new FactPage(read(connection, fund, each, heads), count(connection, moment, fund, wanted));
            }
        }
        return new FactPage(List.of(), 0);
    }

    private static long count(Connection connection, Instant moment, String fund, FactsWanted wanted)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from assay.fact f where " + WANTED)) {
            FileRows.bind(connection, select, moment, fund, wanted.kind(), wanted.begins());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static <T extends Fact> List<KeptFact> read(
            Connection connection, String fund, FactTables.Kind<T> kind, List<Head> heads) throws SQLException {
        Map<String, T> facts = new HashMap<>();
        FileRows.read(
                        connection,
                        kind.table(),
                        "assay.%s where fund = ? and id = any(?)".formatted(Tables.name(kind.table())),
                        fund,
                        heads.stream().map(Head::id).collect(Collectors.toCollection(TreeSet::new)))
                .forEach(fact -> facts.put(fact.stamp().id(), fact));
        Arriving<T> sent = new Arriving<>(kind.table(), fact -> fact.stamp().effective());
        return heads.stream()
                .map(head -> new KeptFact(
                        facts.get(head.id()),
                        sent.says(facts.get(head.id())),
                        head.postedBy(),
                        head.postedAt(),
                        head.by(),
                        head.isCancelled()))
                .toList();
    }

    private static List<Head> heads(
            Connection connection, Instant moment, String fund, FactsWanted wanted, long skip, long limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEADS.formatted(WANTED, wanted.orderBy()))) {
            FileRows.bind(
                    connection,
                    select,
                    moment,
                    moment,
                    fund,
                    wanted.kind(),
                    wanted.begins(),
                    wanted.begins(),
                    limit,
                    skip);
            try (ResultSet row = select.executeQuery()) {
                List<Head> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(new Head(
                            row.getString("id"),
                            row.getString("posted_by"),
                            row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getString("by")),
                            row.getBoolean("cancelled")));
                }
                return heads;
            }
        }
    }

    /** By the id of the fact. */
    static SortedMap<String, PostedBy> posted(Connection connection, String fund, List<String> facts)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSTED)) {
            FileRows.bind(connection, select, fund, connection.createArrayOf("text", facts.toArray()));
            try (ResultSet row = select.executeQuery()) {
                SortedMap<String, PostedBy> posted = new TreeMap<>();
                while (row.next()) {
                    posted.put(
                            row.getString("id"),
                            new PostedBy(
                                    row.getString("posted_by"),
                                    row.getObject("posted_at", OffsetDateTime.class)
                                            .toInstant()));
                }
                return posted;
            }
        }
    }
}
