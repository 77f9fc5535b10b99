package org.assay.db.chain;

import java.util.Comparator;

/**
 * A place where the books are not what was sealed.
 *
 * @param fund whose chain says so; {@code -} for what belongs to no fund
 * @param seq the link that says so; {@link #NO_LINK} when none does
 * @param table of schema assay
 * @param key which row of it: {@code strike 7 (entry, line) ["T-001", 2]}; empty for the link itself
 * @param what is wrong, in words
 */
public record Flaw(String fund, long seq, String table, String key, String what) implements Comparable<Flaw> {
    /** After every link there is. */
    public static final long NO_LINK = Long.MAX_VALUE;

    private static final Comparator<Flaw> IN_ORDER = Comparator.comparing(Flaw::fund)
            .thenComparingLong(Flaw::seq)
            .thenComparing(Flaw::table)
            .thenComparing(Flaw::key)
            .thenComparing(Flaw::what);

    /** In the order in which the rows were written. */
    @Override
    public int compareTo(Flaw other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String link = seq == NO_LINK ? "" : ", link " + Long.toString(seq);
        String row = key.isEmpty() ? "" : ", " + key;
        return "fund %s%s, assay.%s%s: %s".formatted(fund, link, table, row, what);
    }
}
