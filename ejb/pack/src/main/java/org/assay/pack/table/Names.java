package org.assay.pack.table;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What rows of other files may name.
 *
 * @param expected what a person should have named: "an instrument of reference/instruments.csv"
 * @param known by name
 * @param name of one of them
 * @param lost names that may be there and could not be read: reported where they stand, not at every mention
 */
public record Names<V>(String expected, SortedMap<String, V> known, Function<V, String> name, Predicate<String> lost) {
    public Names {
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    }

    public static <V> Names<V> of(String expected, List<V> values, Function<V, String> name) {
        SortedMap<String, V> known = new TreeMap<>();
        values.forEach(value -> known.putIfAbsent(name.apply(value), value));
        return new Names<>(expected, known, name, text -> false);
    }

    /** Where the file that holds them could not be read: any mention may be right. */
    public static <V> Names<V> unread(String expected, Function<V, String> name) {
        return new Names<>(expected, Collections.emptySortedMap(), name, text -> true);
    }

    public Optional<V> find(String text) {
        return Optional.ofNullable(known.get(text));
    }

    /** @throws IllegalStateException for a name that was never checked: a bug */
    public V get(String text) {
        return find(text).orElseThrow(() -> new IllegalStateException("'%s' is not %s".formatted(text, expected)));
    }

    public Format<V> format() {
        return Format.reference(expected, this::find, name, lost, List.copyOf(known.keySet()));
    }

    public List<V> values() {
        return List.copyOf(known.values());
    }
}
