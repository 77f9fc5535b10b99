package org.assay.reports.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.money.Currency;
import org.assay.reports.FigureText;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** A table that waits to be printed. */
final class Leaf {
    /** As many classes stand beside each other as the layouts have columns for. */
    private static final int CLASSES = 5;

    private final TableHead table;
    private final int most;
    private final List<Row> rows = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private long plain;

    Leaf(TableHead table, int most) {
        this.table = table;
        this.most = most;
    }

    void add(Row row) {
        boolean isPlain = row.kind() == Row.Kind.PLAIN;
        plain += isPlain ? 1 : 0;
        if (isTooLong() && isPlain) {
            rows.removeIf(there -> there.kind() == Row.Kind.PLAIN);
        } else {
            rows.add(row);
        }
    }

    void check(List<Check> more) {
        checks.addAll(more);
    }

    boolean isList() {
        return table.tab().isList();
    }

    private boolean isTooLong() {
        return isList() && plain > most;
    }

    /** One, unless there are more classes than stand beside each other. */
    List<Section> sections(Currency base) {
        List<Integer> common = where(Column.Place.PAPER);
        List<Integer> classes = where(Column.Place.OF_CLASS);
        List<Section> sections = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(classes.size(), from + CLASSES);
            List<Integer> columns = new ArrayList<>(common);
            columns.addAll(classes.subList(from, to));
            sections.add(section(base, columns, from > 0, to == classes.size()));
            from = to;
        } while (from < classes.size());
        return sections;
    }

    private List<Integer> where(Column.Place place) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).place() == place) {
                columns.add(i);
            }
        }
        return columns;
    }

    private Section section(Currency base, List<Integer> columns, boolean isMore, boolean isLast) {
        Table paper = Table.of(table.layout(), base)
                .title(isMore ? table.title() + ", more classes" : table.title())
                .heads(columns.stream()
                        .map(column -> table.columns().get(column).head())
                        .toList());
        if (!table.note().isEmpty()) {
            paper.note(table.note());
        }
        if (isTooLong()) {
            paper.line("%s rows, more than paper is for: the workbook of this period has them on sheet %s."
                    .formatted(
                            FigureText.of(BigDecimal.valueOf(plain)),
                            table.tab().title()));
        } else if (plain == 0) {
            paper.line("None.");
        }
        for (Row row : rows) {
            Object[] cells = columns.stream().map(column -> text(row, column)).toArray();
            switch (row.kind()) {
                case GROUP -> paper.group(cells[0].toString());
                case TOTAL -> paper.total(cells);
                case PLAIN -> paper.row(cells);
            }
        }
        if (isLast) {
            checks.forEach(check -> paper.line(
                    check.passes()
                            ? "Check, %s: %s".formatted(check.claim(), FigureText.ZERO)
                            : "DOES NOT TIE by %s: %s"
                                    .formatted(check.difference().toPlainString(), check.claim())));
        }
        return paper.section();
    }

    private static String text(Row row, int column) {
        if (column >= row.cells().size()) {
            return "";
        }
        Cell cell = row.cells().get(column);
        if (cell instanceof Cell.Figure figure) {
            return Figures.exact(figure.number(), figure.number().scale());
        }
        if (cell instanceof Cell.Day day) {
            return day.date().toString();
        }
        if (cell instanceof Cell.Outcome outcome) {
            return outcome.difference().signum() == 0
                    ? "PASS"
                    : Figures.exact(outcome.difference(), outcome.difference().scale());
        }
        return ((Cell.Text) cell).text();
    }
}
