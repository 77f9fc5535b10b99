package org.assay.db;

import java.time.Instant;
import org.assay.pack.fund.FundFile;

/**
 * A fund and how it came in.
 *
 * @param terms over all days, as they are agreed
 * @param version of the terms: how often they were amended
 * @param pack SHA-256 of the pack it came in
 * @param known of that pack
 */
public record FundHead(FundFile terms, int version, String pack, Instant known, String importedBy) {
    /** A fund that just came in. */
    public FundHead(FundFile terms, String pack, Instant known, String importedBy) {
        this(terms, 0, pack, known, importedBy);
    }

    public String id() {
        return terms.fund();
    }
}
