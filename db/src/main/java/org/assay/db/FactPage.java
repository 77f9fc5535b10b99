package org.assay.db;

import java.util.List;

/**
 * Some of the facts that were asked for.
 *
 * @param count how many there are in all
 */
public record FactPage(List<KeptFact> facts, long count) {
    public FactPage {
        facts = List.copyOf(facts);
    }
}
