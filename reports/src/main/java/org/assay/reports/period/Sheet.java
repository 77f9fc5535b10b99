package org.assay.reports.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Looks.Role;

/** One sheet as it is written: a title, then tables one below the other, each with a note and heads. */
final class Sheet {
    private static final int WIDEST = 84;
    private static final int NARROWEST = 9;
    private static final String TEXT = "@";
    private static final Pattern ROW_OF = Pattern.compile("\\[([A-Za-z0-9]+)]");

    private final Sheets book;
    private final String title;
    private final SXSSFSheet sheet;
    private final List<Integer> widths = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    /** Names of columns whose rows are still coming, with the column. */
    private final Map<String, Integer> named = new LinkedHashMap<>();

    private boolean list;
    private int tables;
    /** Rows are counted as a spreadsheet shows them, from 1. */
    private int line;

    private int heads;
    private List<Column> columns = List.of();
    private int afterTotal;
    private int lastPlain;

    Sheet(Sheets book, String title) {
        this.book = book;
        this.title = title;
        this.sheet = book.sheet(title);
        book.page(title);
    }

    void begin(TableHead table) {
        nameColumns();
        tables++;
        list = table.tab().isList();
        if (tables == 1) {
            SXSSFRow row = row();
            row.setHeightInPoints(20);
            put(row, 0, table.title(), Role.TITLE);
        } else {
            row();
            put(row(), 0, table.title(), Role.GROUP);
        }
        put(row(), 0, table.note(), Role.NOTE);
        SXSSFRow head = row();
        head.setHeightInPoints(30);
        columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = table.columns().get(i);
            put(head, i, column.head(), column.figures() ? Role.HEAD_FIGURE : Role.HEAD);
            widen(i, longestWord(column.head()) + 2);
        }
        heads = line;
        afterTotal = line + 1;
        lastPlain = line;
        ids.clear();
    }

    /** Names the rows of the table that is written, once it is whole. */
    void nameRows(int column, String name) {
        named.put(name, column);
    }

    /** Of the table that is being written. */
    int rows() {
        return line - heads;
    }

    void add(Row row) {
        SXSSFRow to = row();
        if (!row.id().isEmpty()) {
            ids.put(row.id(), line);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            fill(to, i, row.cells().get(i), row.kind());
        }
        if (row.kind() == Row.Kind.TOTAL) {
            for (int i = row.cells().size(); i < columns.size(); i++) {
                to.createCell(i).setCellStyle(book.looks().style(Role.TOTAL, TEXT));
            }
            afterTotal = line + 1;
        } else if (row.kind() == Row.Kind.GROUP) {
            afterTotal = line + 1;
        } else {
            lastPlain = line;
        }
    }

    void check(List<Check> checks) {
        row();
        for (Check check : checks) {
            SXSSFRow to = row();
            fill(to, 0, Checks.outcome(check), Row.Kind.PLAIN);
            put(to, 1, check.claim(), Role.NOTE);
        }
    }

    /** Once everything is written. */
    void end() {
        nameColumns();
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, Math.min(WIDEST, widths.get(i)) * 256);
        }
        if (list) {
            sheet.createFreezePane(0, heads);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:" + heads));
            sheet.setAutoFilter(new CellRangeAddress(heads - 1, Math.max(heads, lastPlain) - 1, 0, columns.size() - 1));
        }
    }

    private void nameColumns() {
        named.forEach((name, column) -> {
            String letters = CellReference.convertNumToColString(column);
            book.name(
                    name,
                    "'%s'!$%s$%s:$%s$%s".formatted(title, letters, heads + 1, letters, Math.max(heads + 1, lastPlain)));
        });
        named.clear();
    }

    private SXSSFRow row() {
        return sheet.createRow(line++);
    }

    private void fill(SXSSFRow to, int column, Cell value, Row.Kind kind) {
        boolean total = kind == Row.Kind.TOTAL;
        if (value instanceof Cell.Text text) {
            Role role = total ? Role.TOTAL : kind == Row.Kind.GROUP ? Role.GROUP : Role.TEXT;
            put(to, column, text.text(), Looks.looksLikeFormula(text.text()) ? Role.QUOTED : role);
            boolean runsOn = kind == Row.Kind.GROUP || (!list && column == columns.size() - 1);
            widen(column, runsOn ? 0 : text.text().length() + 3);
        } else if (value instanceof Cell.Day day) {
            SXSSFCell cell = to.createCell(column);
            cell.setCellValue(day.date());
            cell.setCellStyle(book.looks().style(Role.DATE, "yyyy-mm-dd"));
            widen(column, 12);
        } else if (value instanceof Cell.Figure figure) {
            figure(to.createCell(column), column, figure, total);
        } else {
            outcome(to.createCell(column), column, (Cell.Outcome) value);
        }
    }

    private void figure(SXSSFCell cell, int column, Cell.Figure figure, boolean total) {
        BigDecimal number = figure.number();
        String plain = number.toPlainString();
        widen(column, plain.length() + plain.length() / 3 + 3);
        if (!figure.name().isEmpty()) {
            book.name(figure.name(), "'%s'!$%s$%s".formatted(title, CellReference.convertNumToColString(column), line));
        }
        if (!Cell.fits(number)) {
            // A spreadsheet would cut it: it stands as text, with every digit.
            cell.setCellValue(plain);
            cell.setCellStyle(book.looks().style(Role.DIGITS, TEXT));
            return;
        }
        boolean sumsNothing = figure.formula().contains("@") && afterTotal == line;
        if (!figure.formula().isEmpty() && !sumsNothing) {
            cell.setCellFormula("ROUND(%s,%s)".formatted(placed(figure.formula(), column), number.scale()));
        }
        cell.setCellValue(number.doubleValue());
        cell.setCellStyle(book.looks().style(total ? Role.TOTAL : Role.FIGURE, Looks.number(number.scale())));
    }

    private void outcome(SXSSFCell cell, int column, Cell.Outcome outcome) {
        int decimals = outcome.difference().scale();
        cell.setCellStyle(book.looks().style(column == 0 ? Role.DATE : Role.OUTCOME, Looks.number(decimals)));
        cell.setCellFormula("IF(ROUND(%1$s,%2$s)=0,\"PASS\",ROUND(%1$s,%2$s))"
                .formatted(placed(outcome.formula(), column), decimals));
        if (outcome.difference().signum() == 0) {
            cell.setCellValue("PASS");
        } else {
            cell.setCellValue(outcome.difference().doubleValue());
        }
        widen(column, 10);
    }

    private String placed(String formula, int column) {
        String letters = CellReference.convertNumToColString(column);
        String rows = "%1$s%2$s:%1$s%3$s".formatted(letters, afterTotal, Math.max(afterTotal, line - 1));
        Matcher rowOf = ROW_OF.matcher(formula);
        String found = rowOf.replaceAll(match -> letters + ids.get(match.group(1)));
        return found.replace("#", Integer.toString(line)).replace("@", rows);
    }

    private void put(SXSSFRow row, int column, String text, Role role) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(
                isBehindFigure(column)
                        ? book.looks().apart(role, TEXT)
                        : book.looks().style(role, TEXT));
        cell.setCellValue(text);
    }

    private boolean isBehindFigure(int column) {
        return column > 0
                && column < columns.size()
                && !columns.get(column).figures()
                && columns.get(column - 1).figures();
    }

    private void widen(int column, int length) {
        while (widths.size() <= column) {
            widths.add(NARROWEST);
        }
        widths.set(column, Math.max(widths.get(column), length));
    }

    private static int longestWord(String head) {
        int longest = 0;
        for (String word : head.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
