package org.assay.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.ledger.Fact;

/**
 * A fact as it is kept.
 *
 * @param cells as a file has them, in the order of its columns without what is ours to say
 * @param correctedBy id of the fact that corrects or cancels it
 * @param isCancelled by that one
 */
public record KeptFact(
        Fact fact,
        List<String> cells,
        String postedBy,
        Instant postedAt,
        Optional<String> correctedBy,
        boolean isCancelled) {
    public KeptFact {
        cells = List.copyOf(cells);
    }
}
