package org.assay.it.launch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one NAV as one output tells them, each by what it is of: {@code position AKT at WALLET cost}.
 *
 * @param output where they were read
 */
record Figures(String output, String fund, LocalDate day, SortedMap<String, BigDecimal> values) {
    /** What an output may leave out. */
    private static final Set<String> NOT_EVERYWHERE = Set.of("database");

    static Figures of(String output, String fund, LocalDate day) {
        return new Figures(output, fund, day, new TreeMap<>());
    }

    void put(String what, BigDecimal value) {
        BigDecimal before = values.put(what, value);
        if (before != null && before.compareTo(value) != 0) {
            throw new IllegalStateException("%s twice in %s: %s and %s".formatted(what, output, before, value));
        }
    }

    int size() {
        return values.size();
    }

    /** Where this output says something else than another, or nothing at all; in words. */
    List<String> differences(Figures other) {
        List<String> differences = new ArrayList<>();
        other.values().forEach((what, value) -> {
            BigDecimal here = values.get(what);
            boolean isLeftOut = here == null && NOT_EVERYWHERE.contains(output);
            if (!isLeftOut && (here == null || here.compareTo(value) != 0)) {
                differences.add("%s %s, %s: %s is %s, %s is %s"
                        .formatted(fund, day, what, other.output(), value.toPlainString(), output, here));
            }
        });
        values.keySet().stream()
                .filter(what -> !other.values().containsKey(what))
                .forEach(what -> differences.add("%s %s, %s: only in %s".formatted(fund, day, what, output)));
        return differences;
    }
}
