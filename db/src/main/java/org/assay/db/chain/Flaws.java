package org.assay.db.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The first flaws, and how many there are: a table that is gone has too many to keep. */
final class Flaws {
    private static final int KEPT = 1_000;

    private final TreeSet<Flaw> first = new TreeSet<>();
    private long found;

    void add(Flaw flaw) {
        found++;
        first.add(flaw);
        if (first.size() > KEPT) {
            first.pollLast();
        }
    }

    long found() {
        return found;
    }

    List<Flaw> first() {
        return new ArrayList<>(first);
    }
}
