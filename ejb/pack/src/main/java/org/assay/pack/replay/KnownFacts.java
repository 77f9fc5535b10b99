package org.assay.pack.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.nav.Books;

/**
 * The facts of a fund in both times: when they count and when they were learned. A strike takes what became takeable
 * since the strike before, so its cost is the day's facts and the late ones, never the history.
 *
 * <pre>
 *   recorded ^
 *          K |  late  |  of the day |          taken now:   late, and of the day
 *     known0 |--------+             |          taken before: below and left of the corner
 *            |  taken |             |
 *            +--------+-------------+--->  effective
 *                    at0           VP(D)
 * </pre>
 */
final class KnownFacts {
    private final Sorted<Fact> byEffective;
    private final Sorted<Fact> byRecorded;
    private final Map<String, Fact> byId = new TreeMap<>();
    /** What corrects a fact, by the id of the corrected one; it is one, the reader sees to that. */
    private final Map<String, Stamp> corrections = new TreeMap<>();

    KnownFacts(Collection<Fact> facts) {
        List<Fact> ordered = facts.stream().sorted(Fact.ORDER).toList();
        byEffective = new Sorted<>(ordered, fact -> fact.stamp().effective());
        byRecorded = new Sorted<>(ordered, fact -> fact.stamp().recorded());
        for (Fact fact : ordered) {
            byId.put(fact.stamp().id(), fact);
            fact.stamp().corrects().ifPresent(id -> corrections.put(id, fact.stamp()));
        }
    }

    /** Effective by {@code at}, recorded by {@code known}, not taken before and not replaced by anything known. */
    List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant known) {
        List<Fact> taken = new ArrayList<>();
        for (Fact fact : candidates(before, at, known)) {
            Stamp stamp = fact.stamp();
            if (!stamp.effective().isAfter(at) && !stamp.recorded().isAfter(known) && !isReplaced(stamp.id(), known)) {
                taken.add(fact);
            }
        }
        return taken;
    }

    private List<Fact> candidates(Optional<Books.Struck> before, Instant at, Instant known) {
        if (before.isEmpty()) {
            return byEffective.upTo(at);
        }
        Books.Struck struck = before.get();
        List<Fact> candidates = new ArrayList<>(byEffective.within(struck.at(), at));
        for (Fact late : byRecorded.within(struck.known(), known)) {
            if (!late.stamp().effective().isAfter(struck.at())) {
                candidates.add(late);
            }
        }
        return candidates;
    }

    private boolean isReplaced(String id, Instant known) {
        return correctionOf(id)
                .filter(correction -> !correction.recorded().isAfter(known))
                .isPresent();
    }

    Optional<Fact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Stamp> stamp(String id) {
        return find(id).map(Fact::stamp);
    }

    Optional<Stamp> correctionOf(String id) {
        return Optional.ofNullable(corrections.get(id));
    }
}
