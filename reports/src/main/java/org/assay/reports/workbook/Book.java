package org.assay.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Looks.Role;
import org.assay.reports.sheet.Streaming;
import org.assay.reports.sheet.Xlsx;

/** The file: its sheets, styles and names, and how it is written. */
final class Book {
    /** A spreadsheet counts the width of a column in such parts of a letter. */
    private static final int PER_LETTER = 256;

    private static final int LINE_POINTS = 15;

    /** Names that stand for what a spreadsheet program keeps of a sheet: rows to repeat, what is filtered. */
    private static final String OF_THE_PROGRAM = "_xlnm";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Looks looks = new Looks(workbook);
    private final List<Later> later = new ArrayList<>();

    Book() {
        for (Tab tab : Tab.values()) {
            Xlsx.page(
                    workbook.createSheet(tab.title()),
                    switch (tab.kind()) {
                        case FORMULAS -> 0x404040;
                        case INPUTS -> 0xf2c94c;
                        case RECORDS -> 0xbdbdbd;
                    });
        }
    }

    XSSFSheet sheet(Tab tab) {
        return workbook.getSheet(tab.title());
    }

    void name(String name, String reference) {
        Name named = workbook.createName();
        named.setNameName(name);
        named.setRefersToFormula(reference);
    }

    XSSFCellStyle style(Role role, String format) {
        return looks.style(role, format);
    }

    XSSFCellStyle apart(Role role, String format) {
        return looks.apart(role, format);
    }

    /** Offers to show some rows of a table only. */
    void filter(Tab tab, int last) {
        XSSFSheet sheet = sheet(tab);
        int columns = sheet.getRow(Grid.FIRST - 2).getLastCellNum();
        sheet.setAutoFilter(new CellRangeAddress(Grid.FIRST - 2, last - 1, 0, Math.max(0, columns - 1)));
    }

    /**
     * Rows that are written when everything is worked out, straight into the file: they may be more than fit in memory. Until then
     * other rows stand in their place, over which every formula comes to the same.
     */
    void later(Tab tab, Consumer<Grid> rows) {
        later.add(new Later(tab, rows));
    }

    private record Later(Tab tab, Consumer<Grid> rows) {}

    /** Brings the names of a sheet's columns down to its last row. */
    void stretch(Tab tab, int last) {
        for (XSSFName name : workbook.getAllNames()) {
            if (name.getSheetName().equals(tab.title()) && !name.getNameName().startsWith(OF_THE_PROGRAM)) {
                String reference = name.getRefersToFormula();
                name.setRefersToFormula(reference.substring(0, reference.lastIndexOf('$') + 1) + last);
            }
        }
    }

    /** Works out every formula, so that a reader who trusts the file sees what a reader who calculates does. */
    void write(Instant asOf, String title, OutputStream out) throws IOException {
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        for (Tab tab : Tab.values()) {
            if (sheet(tab).getPhysicalNumberOfRows() > 0) {
                fit(sheet(tab));
            }
        }
        Xlsx.describe(workbook, title, asOf);
        try (SXSSFWorkbook streaming = new Streaming(workbook)) {
            for (Later each : later) {
                makeRoom(sheet(each.tab()));
                Grid rows =
                        new Grid(this, each.tab(), streaming.getSheet(each.tab().title()));
                each.rows().accept(rows);
                rows.stretch();
            }
            Xlsx.write(streaming, out);
        }
    }

    /** Makes columns as wide as what their formulas came to, and heads as high as their words then are. */
    private static void fit(XSSFSheet sheet) {
        DataFormatter shown = new DataFormatter(Locale.ROOT);
        shown.setUseCachedValuesForFormulaCells(true);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    int column = cell.getColumnIndex();
                    int wanted = (shown.formatCellValue(cell).length() + 2) * PER_LETTER;
                    sheet.setColumnWidth(column, Math.max(wanted, sheet.getColumnWidth(column)));
                }
            }
        }
        Row heads = sheet.getRow(Grid.FIRST - 2);
        int lines = 2;
        for (Cell head : heads) {
            int room = sheet.getColumnWidth(head.getColumnIndex()) / PER_LETTER - 1;
            lines = Math.max(lines, lines(head.getStringCellValue(), room));
        }
        heads.setHeightInPoints(lines * LINE_POINTS);
    }

    private static int lines(String text, int room) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
        }
        return lines;
    }

    private static void makeRoom(XSSFSheet sheet) {
        for (int row = sheet.getLastRowNum(); row >= Grid.FIRST - 1; row--) {
            sheet.removeRow(sheet.getRow(row));
        }
    }
}
