package org.assay.db;

import java.util.List;
import org.assay.kernel.ledger.Lot;

/**
 * Some of the lots that were asked for.
 *
 * @param count how many there are in all
 */
public record LotPage(List<Lot> lots, long count) {
    public LotPage {
        lots = List.copyOf(lots);
    }
}
