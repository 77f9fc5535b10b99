package org.assay.pack.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows in order of an instant, so that a day's are found without walking through history. */
final class Sorted<T> {
    private final List<T> rows;
    private final Function<T, Instant> by;

    /** Rows of one instant stay in the order they come in. */
    Sorted(List<T> rows, Function<T, Instant> by) {
        this.rows = rows.stream().sorted(Comparator.comparing(by)).toList();
        this.by = by;
    }

    /** After {@code after}, up to and including {@code to}. */
    List<T> within(Instant after, Instant to) {
        return after.isBefore(to) ? rows.subList(countUpTo(after), countUpTo(to)) : List.of();
    }

    /** Up to and including {@code to}. */
    List<T> upTo(Instant to) {
        return rows.subList(0, countUpTo(to));
    }

    /** The last up to and including {@code to} that {@code holds}. */
    Optional<T> last(Instant to, Predicate<T> holds) {
        for (int i = countUpTo(to) - 1; i >= 0; i--) {
            if (holds.test(rows.get(i))) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    private int countUpTo(Instant to) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (by.apply(rows.get(middle)).isAfter(to)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
