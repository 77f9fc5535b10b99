package org.assay.pack.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a row consists of: for each field its name, how it is read and how it is written, side by side.
 *
 * <pre>{@code
 *   var draft = new Layout.Draft<Mark>();
 *   var instrument = draft.field("instrument", Formats.ID, Mark::instrument);
 *   var date = draft.field("date", Formats.DATES, Mark::date);
 *   draft.expect(date, cells -> ..., cells -> "a date after ...");
 *   Layout<Mark> marks = draft.reads(cells -> new Mark(cells.get(instrument), cells.get(date)));
 * }</pre>
 */
public final class Layout<T> {
    private final List<Field<T, ?, ?>> fields;
    private final List<Rule> rules;
    private final Function<Cells, T> make;

    private Layout(Draft<T> draft, Function<Cells, T> make) {
        this.fields = List.copyOf(draft.fields);
        this.rules = List.copyOf(draft.rules);
        this.make = make;
    }

    /**
     * @param <V> as it is written
     * @param <X> as it is given to the row: the value, or an optional of it
     * @param given what the row gets; empty where a value is required and there is none
     * @param of the value of a row; empty when nothing is written
     */
    record Field<T, V, X>(
            Column<X> column,
            Part<V> part,
            boolean required,
            Function<Optional<V>, Optional<X>> given,
            Function<T, Optional<V>> of) {
        String name() {
            return column.name();
        }
    }

    private record Rule(Column<?> column, Predicate<Cells> holds, Function<Cells, String> expected) {}

    /** A layout while its fields are named. */
    public static final class Draft<T> {
        private final List<Field<T, ?, ?>> fields = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();

        /** A value every row has. */
        public <V> Column<V> field(String name, Part<V> part, Function<T, V> of) {
            return add(name, part, true, Function.identity(), row -> Optional.of(of.apply(row)));
        }

        /** A value a row may lack: an empty cell, or a column or property that is not there. */
        public <V> Column<Optional<V>> optional(String name, Part<V> part, Function<T, Optional<V>> of) {
            return add(name, part, false, Optional::of, of);
        }

        /** A list that is not written when it is empty. */
        public <E> Column<List<E>> list(String name, Part<E> each, Function<T, List<E>> of) {
            return add(
                    name,
                    each.list(),
                    false,
                    list -> Optional.of(list.orElse(List.of())),
                    row -> Optional.of(of.apply(row)).filter(list -> !list.isEmpty()));
        }

        /** A rule between the fields of one row, tried when all of them could be read. */
        public void expect(Column<?> column, Predicate<Cells> holds, Function<Cells, String> expected) {
            rules.add(new Rule(column, holds, expected));
        }

        public void expect(Column<?> column, Predicate<Cells> holds, String expected) {
            expect(column, holds, cells -> expected);
        }

        public Layout<T> reads(Function<Cells, T> make) {
            return new Layout<>(this, make);
        }

        /** For results, which are written and compared as text, never read back. */
        public Layout<T> writesOnly() {
            return new Layout<>(this, cells -> {
                throw new IllegalStateException("these rows are results: they are only written");
            });
        }

        private <V, X> Column<X> add(
                String name,
                Part<V> part,
                boolean required,
                Function<Optional<V>, Optional<X>> given,
                Function<T, Optional<V>> of) {
            Column<X> column = new Column<>(fields.size(), name);
            fields.add(new Field<>(column, part, required, given, of));
            return column;
        }
    }

    List<Field<T, ?, ?>> fields() {
        return fields;
    }

    /** In the order they are written. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The row, unless a rule between its fields refuses it. */
    Optional<T> row(Cells cells, String file, Refusals refusals) {
        int before = refusals.count();
        for (Rule rule : rules) {
            if (!rule.holds().test(cells)) {
                Cells.Seen seen = cells.seen(rule.column());
                refusals.add(
                        file,
                        seen.line(),
                        seen.column(),
                        seen.value(),
                        rule.expected().apply(cells));
            }
        }
        return refusals.count() == before ? Optional.of(make.apply(cells)) : Optional.empty();
    }
}
