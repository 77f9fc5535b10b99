package org.assay.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.assay.db.chain.StrikeChain;
import org.assay.pack.evidence.ChainProof;

/**
 * What evidence of a strike needs beside what the strike knew.
 *
 * @param fund with its terms as they were agreed when it was struck
 * @param chain the piece of the fund's chain that seals the strike and what was decided about it
 */
public record StrikeProof(FundHead fund, ChainProof chain) {
    static StrikeProof read(Connection connection, StrikeHead strike) throws SQLException {
        String fund = strike.strike().fund();
        return new StrikeProof(
                FundHeads.read(connection, strike.struckAt(), "f.id = ?", fund).get(0),
                new StrikeChain(
                                connection,
                                fund,
                                strike.id(),
                                strike.date(),
                                strike.branch().orElse(0L))
                        .read());
    }
}
