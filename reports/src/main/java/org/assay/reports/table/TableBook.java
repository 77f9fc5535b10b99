package org.assay.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Streaming;

/**
 * A workbook of one sheet, written row by row: of a hundred thousand rows, a few hundred are in memory. A number is a number with
 * its decimals, a date a date; text never becomes a formula, whoever wrote it.
 *
 * <pre>
 *   1  title
 *   2  note: where it was shown, and as of when
 *   3  heads
 *   4  rows ...
 * </pre>
 */
public final class TableBook {
    /** The first row of the list, counted as a spreadsheet shows it. */
    public static final int FIRST = 4;

    /** A spreadsheet's number has no more; one with more is written as text, so that no digit is lost. */
    public static final int DIGITS = 15;

    private static final int LAST = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;
    private static final int TITLE_POINTS = 14;
    private static final String TEXT = "@";
    private static final String DATE = "yyyy-mm-dd";

    private final SXSSFWorkbook workbook = new Streaming(new XSSFWorkbook());
    private final SXSSFSheet sheet;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private final int columns;
    private int next;

    /** What stands in a cell. */
    public sealed interface Cell permits Text, Figure, Day {}

    /** Words, as they are. */
    public record Text(String text) implements Cell {}

    /** A figure at the decimals it is shown with. */
    public record Figure(BigDecimal number) implements Cell {}

    /** A date. */
    public record Day(LocalDate date) implements Cell {}

    private record Look(String format, boolean isQuoted, boolean isFigure, boolean isTotal) {}

    public TableBook(String title, String note, List<String> heads) {
        sheet = workbook.createSheet("List");
        columns = heads.size();
        line(title, font(true, TITLE_POINTS));
        line(note, font(false, 0));
        Row row = sheet.createRow(next++);
        CellStyle head = font(true, 0);
        head.setWrapText(true);
        head.setBorderBottom(BorderStyle.THIN);
        for (int i = 0; i < columns; i++) {
            row.createCell(i).setCellValue(heads.get(i));
            row.getCell(i).setCellStyle(head);
            widths.add(Math.max(NARROWEST, heads.get(i).length() + 2));
        }
        sheet.createFreezePane(0, next);
    }

    /** The next row of the list. */
    public void row(List<Cell> cells) {
        write(cells, false);
    }

    /** A row that is a total of those above. */
    public void total(List<Cell> cells) {
        write(cells, true);
    }

    /**
     * The whole file; nothing can be added after.
     *
     * @param at when it was made, for its properties
     */
    public void write(String title, Instant at, OutputStream out) throws IOException {
        for (int i = 0; i < columns; i++) {
            sheet.setColumnWidth(i, Math.min(WIDEST, widths.get(i)) * 256);
        }
        if (columns > 0) {
            sheet.setAutoFilter(new CellRangeAddress(FIRST - 2, Math.max(FIRST - 1, next - 1), 0, columns - 1));
        }
        POIXMLProperties.CoreProperties properties =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator("Assay");
        properties.setCreated(Optional.of(Date.from(at)));
        workbook.write(out);
        workbook.close();
    }

    private void write(List<Cell> cells, boolean isTotal) {
        if (next > LAST) {
            throw new IllegalStateException(
                    "a sheet holds %s rows and the list has more: narrow it".formatted(Integer.toString(LAST + 1)));
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            fill((SXSSFCell) row.createCell(i), cells.get(i), i, isTotal);
        }
    }

    private void fill(SXSSFCell cell, Cell value, int column, boolean isTotal) {
        if (value instanceof Figure figure) {
            number(cell, figure.number(), column, isTotal);
        } else if (value instanceof Day day) {
            cell.setCellValue(day.date());
            cell.setCellStyle(style(new Look(DATE, false, false, isTotal)));
            widen(column, DATE.length());
        } else {
            String text = ((Text) value).text();
            boolean isFormula = Looks.looksLikeFormula(text);
            cell.setCellValue(text);
            cell.setCellStyle(style(new Look(TEXT, isFormula, false, isTotal)));
            widen(column, text.length());
        }
    }

    private void number(SXSSFCell cell, BigDecimal number, int column, boolean isTotal) {
        BigDecimal stripped = number.stripTrailingZeros();
        int length = Math.max(number.precision(), number.scale()) + 2;
        widen(column, length + length / 3);
        if (stripped.precision() > DIGITS) {
            cell.setCellValue(number.toPlainString());
            cell.setCellStyle(style(new Look(TEXT, number.signum() < 0, true, isTotal)));
        } else {
            cell.setCellValue(stripped.doubleValue());
            cell.setCellStyle(style(new Look(Looks.number(number.scale()), false, true, isTotal)));
        }
    }

    private void widen(int column, int length) {
        if (column < widths.size()) {
            widths.set(column, Math.max(widths.get(column), length + 2));
        }
    }

    private CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::styled);
    }

    private CellStyle styled(Look look) {
        CellStyle style = font(look.isTotal(), 0);
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setQuotePrefixed(look.isQuoted());
        if (look.isFigure()) {
            style.setAlignment(HorizontalAlignment.RIGHT);
        }
        if (look.isTotal()) {
            style.setBorderTop(BorderStyle.THIN);
        }
        return style;
    }

    private void line(String text, CellStyle style) {
        Row row = sheet.createRow(next++);
        row.createCell(0).setCellValue(text);
        row.getCell(0).setCellStyle(style);
    }

    /** @param points of height; 0 for the usual */
    private CellStyle font(boolean isBold, int points) {
        Font font = workbook.createFont();
        font.setBold(isBold);
        if (points > 0) {
            font.setFontHeightInPoints((short) points);
        }
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }
}
