package org.assay.db;

import java.time.Instant;
import org.assay.pack.fund.FundFile;

/**
 * A fund and how it came in.
 *
 * @param pack SHA-256 of the pack it came in
 * @param known of that pack
 */
public record FundHead(FundFile terms, String pack, Instant known, String importedBy) {
    public String id() {
        return terms.fund();
    }
}
