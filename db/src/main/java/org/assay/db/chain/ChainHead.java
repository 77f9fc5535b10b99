package org.assay.db.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last link of a fund's chain: who knows it can tell later whether anything before it was changed.
 *
 * @param fund {@code -} for what belongs to no fund, such as people
 * @param seq number of the link, from 1
 * @param link SHA-256 in hex
 */
public record ChainHead(String fund, long seq, String link) {
    /** Stands for a fund where there is none. */
    public static final String NO_FUND = "-";

    private static final String HEADS = """
            select f.id, c.seq, c.link
            from (select id from assay.fund union all select '-') f
            cross join lateral (select * from assay.chain c where c.fund = f.id and c.at <= ? order by c.seq desc limit 1) c
            order by f.id collate "C\"""";

    /**
     * Of every fund, by id.
     *
     * @param moment as its chain stood then; absent as it stands now
     */
    public static List<ChainHead> read(Connection connection, Optional<Instant> moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setObject(1, ChainState.until(moment));
            try (ResultSet row = select.executeQuery()) {
                List<ChainHead> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(new ChainHead(row.getString(1), row.getLong(2), row.getString(3)));
                }
                return heads;
            }
        }
    }
}
