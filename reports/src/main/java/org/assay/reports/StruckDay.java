package org.assay.reports;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;

/**
 * A day of a period: its strike, and who put into the books what is in it.
 *
 * @param struck who asked for the strike, and when it was made: for entries that follow from no fact
 * @param posted by the id of the fact: those the strike took
 */
public record StruckDay(NavInputs inputs, NavResult result, Posted struck, SortedMap<String, Posted> posted) {
    public StruckDay {
        posted = Collections.unmodifiableSortedMap(new TreeMap<>(posted));
    }

    /** Who answers for an entry of this day, and since when it is in the books. */
    public Posted posted(String fact) {
        return posted.getOrDefault(fact, struck);
    }
}
