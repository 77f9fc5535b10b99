package org.assay.pack.fund;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A term that counts from a day until the next one of its kind.
 *
 * @param from first day
 */
public record Dated<V>(LocalDate from, V value) {
    /** What counts on a day; empty before the first. */
    public static <V> Optional<V> on(LocalDate date, List<Dated<V>> terms) {
        return terms.stream()
                .filter(term -> !term.from().isAfter(date))
                .max(Comparator.comparing(Dated::from))
                .map(Dated::value);
    }
}
