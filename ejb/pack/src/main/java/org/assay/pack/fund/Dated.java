package org.assay.pack.fund;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A term that counts from a day until the next one of its kind.
 *
 * @param from first day; {@link #ALWAYS} for what was there from the beginning and has no day of its own
 */
public record Dated<V>(LocalDate from, V value) {
    /** Before every day. */
    public static final LocalDate ALWAYS = LocalDate.MIN;

    /** What was there from the beginning. */
    public static <V> Dated<V> always(V value) {
        return new Dated<>(ALWAYS, value);
    }

    /** What was there from the beginning, each of a list. */
    public static <V> List<Dated<V>> fromTheBeginning(List<V> values) {
        return values.stream().map(Dated::always).toList();
    }

    /** The first day, where there is one. */
    public Optional<LocalDate> since() {
        return Optional.of(from).filter(day -> !day.equals(ALWAYS));
    }

    /** What counts on a day; empty before the first. */
    public static <V> Optional<V> on(LocalDate date, List<Dated<V>> terms) {
        return terms.stream()
                .filter(term -> !term.from().isAfter(date))
                .max(Comparator.comparing(Dated::from))
                .map(Dated::value);
    }
}
