package org.assay.pack.table;

/**
 * The name of a field, and the key to its value in {@link Cells}.
 *
 * @param index where its value is kept while a row is read
 * @param <V> what it gives: the value, or an {@code Optional} of it where it may be absent
 */
@SuppressWarnings("UnusedTypeParameter") // V is what Cells.get gives for it
public record Column<V>(int index, String name) {}
