package org.assay.db.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Goes from link to link, fund after fund: each must follow from its own text and the link before it. */
final class LinkWalk {
    private static final int FETCH = 500;
    private static final String LINKS = """
            select fund, seq, "table", link, rtrim(
                row(fund, seq, at, "table", owner, day, rows, content, marks, keys)::text, ',)') as text
            from assay.chain order by fund, seq""";

    private final Flaws flaws;
    private String fund = "";
    private long seq;
    private String link = "";
    private long links;

    LinkWalk(Flaws flaws) {
        this.flaws = flaws;
    }

    /** @return how many links there are */
    long go(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LINKS)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    step(row);
                    links++;
                }
            }
        }
        return links;
    }

    private void step(ResultSet row) throws SQLException {
        if (!row.getString("fund").equals(fund)) {
            fund = row.getString("fund");
            seq = 0;
            link = "";
        }
        long here = row.getLong("seq");
        if (here != seq + 1) {
            flaws.add(new Flaw(
                    fund,
                    seq + 1,
                    "chain",
                    "",
                    "links %s to %s were removed".formatted(text(seq + 1), text(here - 1))));
        } else if (!row.getString("link").equals(Sha256.hex(link + row.getString("text")))) {
            flaws.add(new Flaw(
                    fund,
                    here,
                    "chain",
                    "of assay." + row.getString("table"),
                    "the link does not follow from its fields and link %s: the chain itself was altered"
                            .formatted(text(seq))));
        }
        seq = here;
        link = row.getString("link");
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
