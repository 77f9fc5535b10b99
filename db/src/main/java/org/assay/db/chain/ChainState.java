package org.assay.db.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * All chains at a moment: what a root keeps of them.
 *
 * @param lastStrike number of the last strike that was made; 0 before the first
 * @param heads of every fund, by id
 */
public record ChainState(long lastStrike, List<ChainHead> heads) {
    public ChainState {
        heads = List.copyOf(heads);
    }

    /** @param moment as they stood then; absent as they stand now */
    public static ChainState read(Connection connection, Optional<Instant> moment) throws SQLException {
        return new ChainState(lastStrike(connection, moment), ChainHead.read(connection, moment));
    }

    /** The number of the last strike that was sealed by a moment, or by now; 0 before the first. */
    public static long lastStrike(Connection connection, Optional<Instant> moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(owner), 0) from assay.chain where \"table\" = 'strike' and at <= ?")) {
            select.setObject(1, until(moment));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The driver's word for infinity is the last date-time there is. */
    static OffsetDateTime until(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX);
    }
}
