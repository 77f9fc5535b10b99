package org.assay.pack.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layout as a CSV file: RFC 4180 with a header row. Columns may stand in any order when read; they are written in the
 * order of the layout, rows in the order of their identity.
 */
public final class Table<T> {
    private static final int HEADER = 1;

    private final String file;
    private final String kind;
    private final Layout<T> layout;
    private final List<Column<?>> identity;

    /**
     * @param file its name inside the pack
     * @param kind what a row is: its identity is unique among all rows of this kind, also of other files
     * @param identity the columns that tell a row from others; none where equal rows may stand twice and order counts
     */
    public Table(String file, String kind, Layout<T> layout, Column<?>... identity) {
        this.file = file;
        this.kind = kind;
        this.layout = layout;
        this.identity = List.of(identity);
    }

    public String file() {
        return file;
    }

    /** In the order they are written. */
    public List<String> columns() {
        return layout.names();
    }

    /** What a person who writes a row is asked for: one a column, in the order they are written. */
    public List<Blank> blanks() {
        return layout.fields().stream()
                .map(field -> Blank.of(field.name(), field.required(), format(field)))
                .toList();
    }

    /** The columns that tell a row from others. */
    public List<String> identity() {
        return identity.stream().map(Column::name).toList();
    }

    /**
     * Every row is either in the result or in the refusals; what a row claims as its identity is noted in the origins.
     */
    public TableRows<T> read(String text, Origins origins, Refusals refusals) {
        return new Reading(Optional.of(origins), refusals).read(text);
    }

    /** A file of our own: that no two rows have one identity was seen to when it was written. */
    public TableRows<T> read(String text, Refusals refusals) {
        return new Reading(Optional.empty(), refusals).read(text);
    }

    /**
     * A file that was sent by itself, without the columns that are ours to say.
     *
     * @param given these columns, with the cell they have in every row
     */
    public TableRows<T> read(byte[] content, SortedMap<String, String> given, Refusals refusals) {
        return SourceText.read(file, content, refusals)
                .map(text -> new Reading(Optional.of(Origins.none()), refusals, given).read(text))
                .orElseGet(TableRows::unread);
    }

    /**
     * Rows that come from somewhere else than a file: the database, whose tables have the columns of this one. That no two
     * have one identity is held by its keys, and not asked again here.
     *
     * @param columns in the order of the cells; empty is an empty cell
     */
    public TableRows<T> read(List<String> columns, Iterable<List<String>> rows, Refusals refusals) {
        return new Reading(Optional.empty(), refusals).read(columns, rows);
    }

    /**
     * Rows as CSV without a header, for a database's bulk load.
     *
     * @param first cells before those of every row: what the rows belong to
     */
    public void load(List<String> first, List<T> rows, Writer out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            for (T row : rows) {
                csv.writeRecord(
                        Stream.concat(first.stream(), cells(row).stream()).toList());
            }
        }
    }

    /** The columns that hold instants. */
    public Set<String> instants() {
        return layout.fields().stream()
                .filter(field -> field.part() == Formats.INSTANTS)
                .map(Layout.Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    public String write(List<T> rows) {
        StringWriter text = new StringWriter();
        try (Sheet sheet = open(text)) {
            sorted(rows).forEach(sheet::add);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory that cannot be written", e);
        }
        return text.toString();
    }

    /** A file that is written row by row, in the order they come. */
    public Sheet open(Writer out) {
        return new Sheet(out);
    }

    private List<T> sorted(List<T> rows) {
        if (identity.isEmpty()) {
            return rows;
        }
        Comparator<List<String>> byIdentity = identity.stream()
                .map(column -> Comparator.<List<String>, String>comparing(cells -> cells.get(column.index())))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        record Written<T>(T row, List<String> cells) {}
        return rows.stream()
                .map(row -> new Written<>(row, cells(row)))
                .sorted(Comparator.comparing(Written::cells, byIdentity))
                .map(Written::row)
                .toList();
    }

    /** A row as it is written, in the order of {@link #columns}. */
    public List<String> cells(T row) {
        return layout.fields().stream().map(field -> cell(field, row)).toList();
    }

    private static <T, V, X> String cell(Layout.Field<T, V, X> field, T row) {
        return field.of().apply(row).map(value -> format(field).text(value)).orElse("");
    }

    private static <V> Format<V> format(Layout.Field<?, V, ?> field) {
        if (field.part() instanceof Format<V> format) {
            return format;
        }
        if (field.part() instanceof JsonList<?> list) {
            @SuppressWarnings("unchecked") // the part of a list of E is read and written as a list of E
            Format<V> cell = (Format<V>) list.cell();
            return cell;
        }
        throw new IllegalStateException("column %s is no single cell".formatted(field.name()));
    }

    /** Rows going into a file. */
    public final class Sheet implements Closeable {
        private final CsvWriter csv;

        private Sheet(Writer out) {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(layout.names());
        }

        public void add(T row) {
            csv.writeRecord(cells(row));
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** One file being read. */
    private final class Reading {
        /** Who has claimed which identity; absent where nobody need. */
        private final Optional<Origins> origins;

        private final Refusals refusals;
        private final List<TableRows.Row<T>> rows = new ArrayList<>();
        private final Set<String> refused = new HashSet<>();
        private List<String> header = List.of();
        /** Where each field of the layout stands in the file; -1 where it does not. */
        private int[] places = {};

        private final SortedMap<String, String> given;

        private Reading(Optional<Origins> origins, Refusals refusals) {
            this(origins, refusals, Collections.emptySortedMap());
        }

        private Reading(Optional<Origins> origins, Refusals refusals, SortedMap<String, String> given) {
            this.origins = origins;
            this.refusals = refusals;
            this.given = given;
        }

        private TableRows<T> read(String text) {
            long next = HEADER;
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)) {
                for (CsvRecord record : csv) {
                    Line line = new Line(record.getStartingLineNumber(), record.getFields());
                    if (next > HEADER) {
                        row(with(line, given.values()));
                    } else if (refusesGiven(line)
                            || !isHeader(with(line, given.keySet()).cells())) {
                        return TableRows.unread();
                    }
                    next = line.number() + lines(line);
                }
            } catch (CsvParseException e) {
                refusals.add(file, next, "", "", "rows as RFC 4180 has them; look for a quote that is not closed");
                return TableRows.unread();
            } catch (IOException e) {
                throw new UncheckedIOException("text in memory that cannot be read", e);
            }
            return new TableRows<>(rows, refused, true);
        }

        private boolean refusesGiven(Line header) {
            List<String> own =
                    header.cells().stream().filter(given::containsKey).toList();
            own.forEach(name -> refusals.add(file, HEADER, name, name, "no such column: the books say it"));
            return !own.isEmpty();
        }

        private static Line with(Line line, Collection<String> cells) {
            return cells.isEmpty()
                    ? line
                    : new Line(
                            line.number(),
                            Stream.concat(line.cells().stream(), cells.stream()).toList());
        }

        private TableRows<T> read(List<String> columns, Iterable<List<String>> cells) {
            if (!isHeader(columns)) {
                return TableRows.unread();
            }
            long number = HEADER;
            for (List<String> row : cells) {
                row(new Line(++number, row));
            }
            return new TableRows<>(rows, refused, true);
        }

        /** A quoted cell may hold line ends. */
        private static long lines(Line line) {
            long lines = 1;
            for (String cell : line.cells()) {
                lines += cell.indexOf('\n') < 0
                        ? 0
                        : cell.chars().filter(c -> c == '\n').count();
            }
            return lines;
        }

        private boolean isHeader(List<String> names) {
            int before = refusals.count();
            header = names;
            Map<String, Integer> found = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i);
                if (!layout.names().contains(name)) {
                    refusals.add(file, HEADER, name, name, "one of the columns " + String.join(", ", layout.names()));
                } else if (found.put(name, i) != null) {
                    refusals.add(file, HEADER, name, name, "each column once");
                }
            }
            places = layout.fields().stream()
                    .mapToInt(field -> found.getOrDefault(field.name(), -1))
                    .toArray();
            for (Layout.Field<T, ?, ?> field : layout.fields()) {
                if (field.required() && !found.containsKey(field.name())) {
                    refusals.add(file, HEADER, field.name(), "", "this column, which is required");
                }
            }
            return refusals.count() == before;
        }

        private void row(Line line) {
            if (line.cells().size() != header.size()) {
                refusals.add(
                        file,
                        line.number(),
                        "",
                        String.join(",", line.cells()),
                        "%s cells as in the header, not %s"
                                .formatted(header.size(), line.cells().size()));
                identity(line).ifPresent(refused::add);
                return;
            }
            Optional<T> row = cells(line).flatMap(cells -> layout.row(cells, file, refusals));
            if (row.isPresent() && isNew(line)) {
                rows.add(new TableRows.Row<>(row.get(), new Origin(file, line.number())));
            } else {
                identity(line).ifPresent(refused::add);
            }
        }

        private Optional<Cells> cells(Line line) {
            Object[] values = new Object[places.length];
            boolean whole = true;
            for (Layout.Field<T, ?, ?> field : layout.fields()) {
                whole &= cell(field, line, values);
            }
            return whole ? Optional.of(new Cells(values, column -> seen(line, column))) : Optional.empty();
        }

        private <V, X> boolean cell(Layout.Field<T, V, X> field, Line line, Object[] values) {
            String text = text(line, field.column());
            Format<V> format = format(field);
            Optional<V> value = text.isEmpty() ? Optional.empty() : format.read(text);
            boolean refuse = text.isEmpty() ? field.required() : value.isEmpty();
            if (refuse) {
                if (!format.isExcused(text)) {
                    refusals.add(file, line.number(), field.name(), text, format.expected());
                }
                return false;
            }
            field.given().apply(value).ifPresent(given -> values[field.column().index()] = given);
            return true;
        }

        private boolean isNew(Line line) {
            if (identity.isEmpty() || origins.isEmpty()) {
                return true;
            }
            Origin origin = new Origin(file, line.number());
            String[] values =
                    identity.stream().map(column -> text(line, column)).toArray(String[]::new);
            Optional<Origin> first = origins.get().claim(origin, kind, values);
            first.ifPresent(place -> refusals.add(
                    file,
                    origin.line(),
                    identity.get(0).name(),
                    values[0],
                    "a row whose %s no other %s has: %s has the same"
                            .formatted(
                                    String.join(
                                            ", ",
                                            identity.stream().map(Column::name).toList()),
                                    kind,
                                    place)));
            return first.isEmpty();
        }

        /** Empty when the row is too short to have one. */
        private Optional<String> identity(Line line) {
            boolean has = identity.stream()
                    .allMatch(column -> places[column.index()] < line.cells().size());
            return has
                    ? Optional.of(String.join(
                            ",",
                            identity.stream().map(column -> text(line, column)).toList()))
                    : Optional.empty();
        }

        private Cells.Seen seen(Line line, Column<?> column) {
            return new Cells.Seen(line.number(), column.name(), text(line, column));
        }

        private String text(Line line, Column<?> column) {
            int place = places[column.index()];
            return place < 0 ? "" : line.cells().get(place);
        }
    }

    /** A row as it stands in a file. */
    private record Line(long number, List<String> cells) {}
}
