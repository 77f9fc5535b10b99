package org.assay.db.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares roots with the chain. Only they can tell that a chain was made anew from some link on, with all its hashes. */
final class RootWalk {
    private static final String OTHERWISE = """
            select h.fund, h.seq, h.link = c.link::text as agrees
            from unnest(?::text[], ?::bigint[], ?::text[]) as h (fund, seq, link)
            left join assay.chain c on c.fund = h.fund and c.seq = h.seq""";

    private final Connection connection;
    private final Flaws flaws;
    private final Map<String, Long> confirmed = new HashMap<>();
    private long number;
    private String before = Root.NOTHING;

    RootWalk(Connection connection, Flaws flaws) {
        this.connection = connection;
        this.flaws = flaws;
    }

    /** @return how many roots there are */
    long go(RootFolder folder) throws SQLException, IOException {
        List<Path> files = folder.files();
        for (Path file : files) {
            RootFolder.Kept kept = RootFolder.kept(file);
            order(kept);
            Optional<Root> root = kept.root();
            if (root.isPresent()) {
                heads(kept, root.get());
            }
        }
        return files.size();
    }

    /** Roots are a chain of their own. */
    private void order(RootFolder.Kept kept) {
        long here = RootFolder.number(kept);
        if (kept.root().filter(root -> root.number() == here).isEmpty()) {
            flaw(kept, "this root is not as it was written: compare it with a copy");
        } else if (here != number + 1) {
            flaw(kept, "the root before it, number %s, is missing".formatted(Long.toString(here - 1)));
        } else if (!kept.root().orElseThrow().before().equals(before)) {
            flaw(kept, "the root before it is not the one it names: compare it with a copy");
        }
        number = here;
        before = kept.sha256();
    }

    private void flaw(RootFolder.Kept kept, String what) {
        flaws.add(new Flaw(ChainHead.NO_FUND, Flaw.NO_LINK, "chain", kept.name(), what));
    }

    private void heads(RootFolder.Kept kept, Root root) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OTHERWISE)) {
            List<ChainHead> heads = root.state().heads();
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", heads.stream().map(ChainHead::fund).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", heads.stream().map(ChainHead::seq).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", heads.stream().map(ChainHead::link).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String fund = row.getString("fund");
                    long seq = row.getLong("seq");
                    if (row.getBoolean("agrees")) {
                        confirmed.merge(fund, seq, Math::max);
                    } else {
                        otherwise(kept, fund, seq);
                    }
                }
            }
        }
    }

    private void otherwise(RootFolder.Kept kept, String fund, long seq) {
        long first = confirmed.getOrDefault(fund, 0L) + 1;
        flaws.add(new Flaw(
                fund,
                first,
                "chain",
                kept.name(),
                "this root knows another link %s: the chain was made anew somewhere from link %s on"
                        .formatted(Long.toString(seq), Long.toString(first))));
    }
}
