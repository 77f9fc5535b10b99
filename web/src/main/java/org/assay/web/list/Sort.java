package org.assay.web.list;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * By what a list is sorted.
 *
 * @param column name of it
 * @param isDescending the largest first
 */
public record Sort(String column, boolean isDescending) {
    /** {@code -opened}: by the column opened, the last first. */
    static Sort of(String text) {
        return new Sort(text.replaceFirst("^-", ""), text.startsWith("-"));
    }

    @Override
    public String toString() {
        return (isDescending ? "-" : "") + column;
    }

    /** The other way round. */
    Sort turned() {
        return new Sort(column, !isDescending);
    }

    /**
     * Of rows that are at hand; those that are equal stay as they come.
     *
     * @param orders of every column the list can be sorted by
     */
    public <T> Comparator<T> of(Map<String, Comparator<T>> orders) {
        Comparator<T> order = Optional.ofNullable(orders.get(column))
                .orElseThrow(() -> new IllegalStateException("no order of the column " + column));
        return isDescending ? order.reversed() : order;
    }

    /** Where the database sorts: each of its orders is called as the column is. */
    public <E extends Enum<E>> E of(Class<E> orders) {
        return Arrays.stream(orders.getEnumConstants())
                .filter(order -> order.name().equals(column.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(orders.getEnumConstants()[0]);
    }
}
