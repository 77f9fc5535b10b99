package org.assay.ejb;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.fund.Arriving;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.TableRows;

/** A correction names a fact that is there, is no cancellation, and has no correction yet. */
final class Corrected {
    private static final String CORRECTS = "corrects";

    private Corrected() {}

    static <T> void check(Knowledge knowledge, Arriving<T> kind, TableRows<T> read, Refusals refusals) {
        Set<String> named = new HashSet<>();
        for (TableRows.Row<T> row : read.rows()) {
            if (row.value() instanceof Fact fact) {
                Optional<String> corrects = fact.stamp().corrects();
                corrects.flatMap(id -> wrong(knowledge, fact.stamp(), id, !named.add(id)))
                        .ifPresent(expected -> refusals.add(
                                row.origin().file(), row.origin().line(), CORRECTS, corrects.get(), expected));
            }
        }
    }

    private static Optional<String> wrong(Knowledge knowledge, Stamp stamp, String corrects, boolean isTwice) {
        Optional<Stamp> there = knowledge.fact(corrects);
        if (there.isEmpty()) {
            return Optional.of("the id of a fact of this fund that is here already");
        }
        if (there.get().source().equals("cancellations")) {
            return Optional.of("a fact that is no cancellation: enter again what it took back");
        }
        Optional<String> by = knowledge.correctionOf(corrects).map(Stamp::id).filter(id -> !id.equals(stamp.id()));
        return isTwice || by.isPresent()
                ? Optional.of("a fact that is not corrected yet%s"
                        .formatted(
                                by.map(": %s does; correct that one"::formatted).orElse("")))
                : Optional.empty();
    }
}
