package org.assay.db.chain;

import java.util.List;

/**
 * What a verification found.
 *
 * @param links looked at, of all funds
 * @param rows looked at, of all sealed tables
 * @param droppedLinks whose rows are in a year that was dropped: their place in the chain holds, their content is gone
 * @param roots looked at
 * @param flaws the first of them, in the order in which the rows were written
 * @param flawsFound how many there are
 * @param nanos it took
 */
public record Verdict(
        long links, long rows, long droppedLinks, long roots, List<Flaw> flaws, long flawsFound, long nanos) {
    public Verdict {
        flaws = List.copyOf(flaws);
    }

    /** Everything is as it was sealed. */
    public boolean ties() {
        return flawsFound == 0;
    }

    public long rowsPerSecond() {
        return rows * 1_000_000_000L / Math.max(1, nanos);
    }
}
