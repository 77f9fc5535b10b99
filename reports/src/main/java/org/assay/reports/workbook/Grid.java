package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Looks.Role;

/**
 * A sheet as it is written: a title, a note, heads, then rows from {@link #FIRST} on. Columns are filled from the left.
 * Rows are counted as a spreadsheet shows them, from 1.
 */
final class Grid {
    static final int FIRST = 4;
    private static final String TEXT = "General";
    private static final int WIDEST = 46;
    private static final int NARROWEST = 9;

    private final Book book;
    private final Tab tab;
    private final Sheet sheet;
    private final List<Integer> widths = new ArrayList<>();
    private final BitSet figures = new BitSet();
    private Row row;
    private int line = FIRST - 1;
    private int column;
    private boolean total;

    Grid(Book book, Tab tab, String note, String... heads) {
        this.book = book;
        this.tab = tab;
        this.sheet = book.sheet(tab);
        put(0, 0, tab.title(), Role.TITLE);
        put(1, 0, note, Role.NOTE);
        for (int i = 0; i < heads.length; i++) {
            put(2, i, heads[i], Role.HEAD);
            widths.add(Math.max(NARROWEST, longestWord(heads[i]) + 3));
        }
        sheet.getRow(0).setHeightInPoints(20);
        sheet.getRow(1).setHeightInPoints(14);
        sheet.createFreezePane(1, 3);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:3"));
    }

    /** Goes on with a sheet whose heads are written. */
    Grid(Book book, Tab tab, Sheet sheet) {
        this.book = book;
        this.tab = tab;
        this.sheet = sheet;
    }

    /** Begins the next row. */
    Grid row() {
        line++;
        column = 0;
        total = false;
        row = sheet.createRow(line - 1);
        return this;
    }

    Grid totalRow() {
        row();
        total = true;
        return this;
    }

    Grid skip() {
        if (total) {
            cell(Role.TOTAL, TEXT, 0);
        } else {
            column++;
        }
        return this;
    }

    Grid text(String text) {
        Cell cell =
                cell(Looks.looksLikeFormula(text) ? Role.QUOTED : total ? Role.TOTAL : Role.TEXT, "@", text.length());
        cell.setCellValue(text);
        return this;
    }

    /** A sentence, which may run over the cells to its right. */
    Grid note(String text) {
        cell(Role.NOTE, "@", 0).setCellValue(text);
        return this;
    }

    /**
     * A constant, at all its decimals but at least these. A BigDecimal keeps the text it was converted by for as long as it lives,
     * and those of the books live on: so a copy is converted.
     */
    Grid number(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        String format = number(Math.max(decimals, stripped.scale()));
        figures.set(column);
        cell(tab.kind() == Tab.Kind.INPUTS ? Role.INPUT : Role.FIGURE, format, length(stripped, decimals))
                .setCellValue(stripped.doubleValue());
        return this;
    }

    Grid date(LocalDate date) {
        figures.set(column);
        cell(tab.kind() == Tab.Kind.INPUTS ? Role.INPUT : Role.FIGURE, "yyyy-mm-dd", 10)
                .setCellValue(date);
        return this;
    }

    /** A formula whose value is a number with so many decimals. */
    Grid formula(String formula, int decimals) {
        return formula(formula, number(decimals));
    }

    Grid textFormula(String formula) {
        return formula(formula, TEXT);
    }

    /** How wide it is shows when it is worked out. */
    Grid formula(String formula, String format) {
        if (!format.equals(TEXT)) {
            figures.set(column);
        }
        cell(total ? Role.TOTAL : Role.FIGURE, format, 0).setCellFormula(formula);
        return this;
    }

    /** A formula whose value is PASS, or a difference with so many decimals. */
    Grid outcome(String formula, int decimals) {
        figures.set(column);
        cell(Role.OUTCOME, number(decimals), 0).setCellFormula(formula);
        return this;
    }

    /** A formula on a row that no evaluator sees, with what it comes to. */
    Grid worked(String formula, BigDecimal value, int decimals) {
        figures.set(column);
        BigDecimal stripped = value.stripTrailingZeros();
        Cell cell = cell(Role.FIGURE, number(decimals), length(stripped, decimals));
        cell.setCellFormula(formula);
        cell.setCellValue(stripped.doubleValue());
        return this;
    }

    Grid worked(String formula, String value) {
        Cell cell = cell(Role.FIGURE, TEXT, value.length());
        cell.setCellFormula(formula);
        cell.setCellValue(value);
        return this;
    }

    int line() {
        return line;
    }

    /** Names the rows of a column, or one empty row when there are none. Rows that are written later are named then. */
    void name(String name, String columnLetters) {
        book.name(
                name,
                "'%s'!$%s$%s:$%s$%s"
                        .formatted(tab.title(), columnLetters, FIRST, columnLetters, Math.max(FIRST, line)));
    }

    /** Names the cell written last. */
    Grid nameCell(String name) {
        book.name(name, "'%s'!$%s$%s".formatted(tab.title(), CellReference.convertNumToColString(column - 1), line));
        return this;
    }

    /** Once the sheet is whole. */
    void close() {
        Row heads = sheet.getRow(2);
        for (int i = 0; i < heads.getLastCellNum(); i++) {
            if (figures.get(i)) {
                heads.getCell(i).setCellStyle(book.style(Role.HEAD_FIGURE, "@"));
            } else if (i > 0 && figures.get(i - 1)) {
                heads.getCell(i).setCellStyle(book.apart(Role.HEAD, "@"));
            }
        }
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, width(i));
        }
        book.filter(tab, Math.max(FIRST, line));
    }

    /** Once the rows that are written after the sheet was closed are there. */
    void stretch() {
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, Math.max(width(i), sheet.getColumnWidth(i)));
        }
        book.stretch(tab, Math.max(FIRST, line));
        book.filter(tab, Math.max(FIRST, line));
    }

    /** In parts of a character, as a spreadsheet counts. */
    private int width(int column) {
        return Math.min(WIDEST, widths.get(column)) * 256;
    }

    /** Thousands separated, negative in parentheses, zero as a dash, text as it is. */
    static String number(int decimals) {
        return Looks.number(decimals);
    }

    private Cell cell(Role role, String format, int length) {
        while (widths.size() <= column) {
            widths.add(NARROWEST);
        }
        if (length + 3 > widths.get(column)) {
            widths.set(column, length + 3);
        }
        Cell cell = row.createCell(column);
        boolean touches = column > 0 && figures.get(column - 1) && !figures.get(column);
        cell.setCellStyle(touches ? book.apart(role, format) : book.style(role, format));
        column++;
        return cell;
    }

    private void put(int at, int where, String text, Role role) {
        Row there = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
        Cell cell = there.createCell(where);
        cell.setCellStyle(book.style(role, "@"));
        cell.setCellValue(text);
    }

    private static int longestWord(String head) {
        int longest = 0;
        for (String word : head.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    private static int length(BigDecimal stripped, int decimals) {
        int whole = Math.max(1, stripped.precision() - stripped.scale());
        return whole + whole / 3 + 3 + Math.max(decimals, stripped.scale());
    }
}
