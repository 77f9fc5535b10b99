package org.assay.db.chain;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.evidence.ChainProof.Link;
import org.assay.pack.evidence.ChainProof.SealedRow;

/**
 * Reads the piece of a fund's chain that seals one strike and what was decided about it. Reports are sealed too, but what a
 * report is made of cannot hold the report.
 */
public final class StrikeChain {
    private static final int FETCH = 500;

    /** A strike writes to these; a branch is decided about as a whole. */
    private static final List<String> TABLES =
            List.of("strike", "strike_fact", "nav", "journal", "movements", "controls", "findings", "decision");

    private static final String ABOUT =
            "((\"table\" = any (?) and owner = ?) or (\"table\" = 'branch_decision' and owner = ?))";

    private static final String LINKS = """
            with about as (select min(seq) as first, max(seq) as last from assay.chain where fund = ? and %1$s)
            select seq, link, "table", owner, marks, %1$s as is_about,
                (select b.link from assay.chain b where b.fund = c.fund and b.seq = c.seq - 1) as before,
                rtrim(row(fund, seq, at, "table", owner, day, rows, content, marks, keys)::text, ',)') as text
            from assay.chain c, about
            where fund = ? and seq between about.first and about.last order by seq""".formatted(ABOUT);

    private static final String ROWS = "select rtrim(whole::text, ',)') as text from assay.%s as whole where %s";

    private final Connection connection;
    private final String fund;
    private final long strike;
    private final LocalDate day;
    private final long branch;

    /** @param branch it was struck on; 0 for none */
    public StrikeChain(Connection connection, String fund, long strike, LocalDate day, long branch) {
        this.connection = connection;
        this.fund = fund;
        this.strike = strike;
        this.day = day;
        this.branch = branch;
    }

    private record About(Link link, String table, byte[] marks) {}

    /**
     * In the transaction of the connection.
     *
     * @throws IllegalStateException when a link and its rows are not those of one another
     */
    public ChainProof read() throws SQLException {
        Texts.settle(connection);
        List<Link> links = new ArrayList<>();
        List<About> about = new ArrayList<>();
        links(links, about);
        Map<String, Map<Long, Deque<String>>> texts = new HashMap<>();
        List<SealedRow> rows = new ArrayList<>();
        for (About link : about) {
            Map<Long, Deque<String>> ofTable = texts.get(link.table());
            if (ofTable == null) {
                ofTable = texts(link.table());
                texts.put(link.table(), ofTable);
            }
            rows(link, ofTable, rows);
        }
        return new ChainProof(links, rows);
    }

    private void links(List<Link> links, List<About> about) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LINKS)) {
            var tables = connection.createArrayOf("text", TABLES.toArray());
            select.setString(1, fund);
            select.setArray(2, tables);
            select.setLong(3, strike);
            select.setLong(4, branch);
            select.setArray(5, tables);
            select.setLong(6, strike);
            select.setLong(7, branch);
            select.setString(8, fund);
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String before = row.getString("before");
                    Link link = new Link(
                            row.getInt("seq"),
                            before == null ? Link.NONE : before,
                            row.getString("link"),
                            row.getString("text"));
                    links.add(link);
                    if (row.getBoolean("is_about")) {
                        about.add(new About(link, row.getString("table"), row.getBytes("marks")));
                    }
                }
            }
        }
    }

    /** The rows of the strike in a table, by the mark their link has of them. */
    private Map<Long, Deque<String>> texts(String table) throws SQLException {
        String sql = switch (table) {
            case "branch_decision" -> ROWS.formatted(table, "branch = %s".formatted(Long.toString(branch)));
            case "strike" -> ROWS.formatted(table, ofStrike("id"));
            default -> ROWS.formatted(table, ofStrike("strike"));
        };
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            Map<Long, Deque<String>> texts = new HashMap<>();
            while (row.next()) {
                String text = row.getString("text");
                long mark = Sha256.mark(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), 0);
                texts.computeIfAbsent(mark, none -> new ArrayDeque<>()).add(text);
            }
            return texts;
        }
    }

    /** Its day too: so only the partition of its year is looked at. */
    private String ofStrike(String column) {
        return "%s = %s and date = '%s'".formatted(column, Long.toString(strike), day);
    }

    private void rows(About link, Map<Long, Deque<String>> texts, List<SealedRow> rows) {
        for (int place = 0; place < link.marks().length / Sha256.MARK; place++) {
            Deque<String> alike = texts.getOrDefault(Sha256.mark(link.marks(), place), new ArrayDeque<>());
            if (alike.isEmpty()) {
                throw new IllegalStateException(
                        "link %s of %s seals a row of assay.%s that is not there: run assay-books verify"
                                .formatted(link.link().number(), fund, link.table()));
            }
            rows.add(new SealedRow(link.link().number(), place + 1, alike.remove()));
        }
    }
}
