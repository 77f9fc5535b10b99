package org.assay.reports.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.kernel.money.Quantity;

/** How the cells of one workbook look; each style is made once. */
public final class Looks {
    /** By decimals: asked for with every cell, and quantities have eighteen. */
    private static final List<String> NUMBERS =
            IntStream.rangeClosed(0, Quantity.SCALE).mapToObj(Looks::format).toList();

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

    private record Look(Role role, String format, boolean isApart) {}

    /** What a cell is. */
    public enum Role {
        TITLE,
        NOTE,
        HEAD,
        /** Over a column of figures. */
        HEAD_FIGURE,
        /** Over the rows that follow. */
        GROUP,
        TEXT,
        DATE,
        /** PASS, or a difference. */
        OUTCOME,
        /** Text that begins like a formula, kept from becoming one when somebody edits it. */
        QUOTED,
        /** A figure with more digits than a spreadsheet's number has. */
        DIGITS,
        INPUT,
        FIGURE,
        TOTAL
    }

    public Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public XSSFCellStyle style(Role role, String format) {
        return styles.computeIfAbsent(new Look(role, format, false), this::styled);
    }

    /** A little to the right: text behind a figure would touch it. */
    public XSSFCellStyle apart(Role role, String format) {
        return styles.computeIfAbsent(new Look(role, format, true), this::styled);
    }

    /** Thousands separated, negative in parentheses, zero as a dash, text as it is. */
    public static String number(int decimals) {
        return decimals < NUMBERS.size() ? NUMBERS.get(Math.max(0, decimals)) : format(decimals);
    }

    private static String format(int decimals) {
        String digits = decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return "%s_);(%s);\"–\"_);@".formatted(digits, digits);
    }

    /** Text that a spreadsheet would take for a formula if somebody typed it. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** Opaque: the standard asks for four bytes, the first of which says so (ECMA-376 part 1, section 18.18.86). */
    static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) 0xff, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    private XSSFCellStyle styled(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) (look.role() == Role.TITLE ? 14 : 10));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        switch (look.role()) {
            case TITLE, GROUP -> font.setBold(true);
            case NOTE -> font.setColor(color(0x666666));
            case HEAD, HEAD_FIGURE -> {
                style.setAlignment(look.role() == Role.HEAD ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
                font.setBold(true);
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                style.setBorderBottom(BorderStyle.THIN);
            }
            case QUOTED -> style.setQuotePrefixed(true);
            case DIGITS, OUTCOME -> style.setAlignment(HorizontalAlignment.RIGHT);
            case DATE -> style.setAlignment(HorizontalAlignment.LEFT);
            case INPUT -> {
                font.setColor(color(0x0000c0));
                style.setFillForegroundColor(color(0xfff8dc));
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setBorderBottom(BorderStyle.HAIR);
                style.setBottomBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
            }
            case TOTAL -> {
                font.setBold(true);
                style.setBorderTop(BorderStyle.THIN);
            }
            default -> style.setAlignment(HorizontalAlignment.GENERAL);
        }
        if (look.isApart()) {
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
        style.setFont(font);
        return style;
    }
}
