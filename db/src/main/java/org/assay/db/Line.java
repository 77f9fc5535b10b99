package org.assay.db;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a fund's history: its own, with the branches approved by a moment; or a branch that left it.
 *
 * <pre>
 *   own line     v1 -- v1 -- v1 -- v1 -- v1      a strike continues the line it is on: its books, and what the
 *   branch              \-- v2 -- v2 -- v2      strikes of that line have taken and known
 * </pre>
 *
 * @param branch absent on the fund's own line
 * @param moment what was struck or decided later is not in it
 */
record Line(Optional<Long> branch, Instant moment) {
    /** After everything the database can date. */
    static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    static final Line OWN = new Line(Optional.empty(), ALWAYS);

    static Line branch(long id) {
        return new Line(Optional.of(id), ALWAYS);
    }

    /** In SQL, over a strike s left joined with the word about its branch, b; its arguments are {@link #arguments}. */
    static final String HAS = """
            (s.branch is null or s.branch = ? or (b.act = 'APPROVE' and b.decided_at < ?)) and s.struck_at < ?""";

    Object[] arguments() {
        return new Object[] {branch.orElse(-1L), moment, moment};
    }
}
