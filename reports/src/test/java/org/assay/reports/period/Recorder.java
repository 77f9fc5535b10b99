package org.assay.reports.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.reports.Books;

/** An outlet that remembers what it was told: the figures of a report, without a medium. */
final class Recorder implements Outlet {
    private final Map<String, Told> tables = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();

    private record Told(TableHead head, List<Row> rows) {}

    static Recorder of(Books books, Span span) {
        Recorder recorder = new Recorder();
        PeriodReport.tell(books, span, recorder);
        return recorder;
    }

    @Override
    public Rows begin(TableHead table) {
        Told told = new Told(table, new ArrayList<>());
        tables.put(table.title(), told);
        return told.rows()::add;
    }

    @Override
    public void check(Tab tab, List<Check> more) {
        checks.addAll(more);
    }

    @Override
    public String sum(String column) {
        return "";
    }

    @Override
    public String sumWhere(String column, String key, String cell) {
        return "";
    }

    List<Check> checks() {
        return checks;
    }

    /** Of a table, those that are no headings. */
    List<Row> rows(String title) {
        return tables.get(title).rows().stream()
                .filter(row -> row.kind() != Row.Kind.GROUP)
                .toList();
    }

    /** Of a table, those that hold what the list is of. */
    List<Row> plain(String title) {
        return rows(title).stream().filter(row -> row.kind() == Row.Kind.PLAIN).toList();
    }

    /** In the first row that has this text in any of its cells. */
    String figure(String title, String row, String column) {
        Row found = rows(title).stream()
                .filter(each -> each.cells().contains(Cell.text(row)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row %s in %s".formatted(row, title)));
        return text(found, title, column);
    }

    String text(Row row, String title, String column) {
        List<Column> columns = tables.get(title).head().columns();
        int at = columns.stream().map(Column::head).toList().indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column %s in %s".formatted(column, title));
        }
        return text(row.cells().get(at));
    }

    /** Plain, so that a test says 2,688.00 as {@code 2688.00}. */
    static String text(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.number().toPlainString();
        }
        if (cell instanceof Cell.Day day) {
            return day.date().toString();
        }
        if (cell instanceof Cell.Outcome outcome) {
            return outcome.difference().toPlainString();
        }
        return ((Cell.Text) cell).text();
    }

    /** Whatever is printed as a figure. */
    List<BigDecimal> figures(String title) {
        List<Column> columns = tables.get(title).head().columns();
        List<BigDecimal> figures = new ArrayList<>();
        for (Row row : rows(title)) {
            for (int i = 0; i < row.cells().size(); i++) {
                boolean isPrinted = columns.get(i).place() != Column.Place.SHEET_ONLY;
                if (isPrinted && row.cells().get(i) instanceof Cell.Figure figure) {
                    figures.add(figure.number());
                }
            }
        }
        return figures;
    }
}
