package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.pack.table.Blank;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;
import org.assay.pack.table.TableRows;

/**
 * A kind of change to what a fund stands on, with effect from a day: a fee, a valuation point, a contract that is listed, a
 * holiday. A change is a file with a header and a row for each thing that changes; days before the first day of a row are
 * struck as they were.
 */
public final class Amending<T> {
    private static final String RECORDED = "recorded";

    private final Arriving<T> rows;
    private final Function<T, Optional<LocalDate>> from;
    private final Change<T> change;

    /** What a row does. */
    @FunctionalInterface
    interface Change<T> {
        /** @return empty when it was refused */
        Optional<Standing> apply(Standing before, T row, TableRows.Row<T> at, Refusals refusals);
    }

    /** @param from the first day a row counts on; empty for what has no effect before it is used */
    Amending(Table<T> table, Function<T, Optional<LocalDate>> from, Change<T> change) {
        rows = new Arriving<>(table, row -> Instant.MIN);
        this.from = from;
        this.change = change;
    }

    /** Every kind there is, for what a fund stands on now. */
    public static List<Amending<?>> of(Standing standing) {
        return new Amendings(standing).all();
    }

    /** The one of this name. */
    public static Optional<Amending<?>> of(Standing standing, String kind) {
        return of(standing).stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    /** Its name: {@code management_fee}. */
    public String kind() {
        return rows.kind();
    }

    /** What a person is asked for. */
    public List<Blank> blanks() {
        return rows.blanks();
    }

    /** One row as a file: cells in the order they are asked for. */
    public byte[] line(List<String> cells) {
        return rows.line(cells);
    }

    /**
     * What comes of a file.
     *
     * @param rows how many it has
     * @param from the earliest day anything in it counts on; empty when nothing has a day
     * @param after what the fund stands on then
     */
    public record Amended(int rows, Optional<LocalDate> from, Standing after) {}

    /**
     * @param recorded when it is learned
     * @return empty when anything in it was refused
     */
    public Optional<Amended> read(Standing before, byte[] content, Instant recorded, Refusals refusals) {
        TableRows<T> read = isRecorded()
                ? rows.read(content, recorded, refusals)
                : rows.table().read(content, new TreeMap<>(), refusals);
        Standing after = before;
        for (TableRows.Row<T> row : read.rows()) {
            Optional<Standing> next = change.apply(after, row.value(), row, refusals);
            after = next.orElse(after);
        }
        if (read.rows().isEmpty() && refusals.isEmpty()) {
            refusals.add(rows.table().file(), "", "a row at least");
        }
        if (!refusals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Amended(
                read.rows().size(),
                read.values().stream().map(from).flatMap(Optional::stream).min(LocalDate::compareTo),
                after));
    }

    private boolean isRecorded() {
        return rows.table().columns().contains(RECORDED);
    }
}
