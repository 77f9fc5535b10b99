package org.assay.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Looks.Role;
import org.assay.reports.sheet.Xlsx;

/** The file: its sheets, styles and names, and how it is written. */
final class Book {
    private static final int ROWS_IN_MEMORY = 100;

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

    /**
     * Rows that are written when everything is worked out, straight into the file: they may be more than fit in memory. Until then
     * other rows stand in their place, over which every formula comes to the same.
     *
     * @param line of the first of them
     */
    void later(Tab tab, int line, Consumer<Grid> rows) {
        later.add(new Later(tab, line, rows));
    }

    private record Later(Tab tab, int line, Consumer<Grid> rows) {}

    /** Works out every formula, so that a reader who trusts the file sees what a reader who calculates does. */
    void write(Instant asOf, String title, OutputStream out) throws IOException {
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        Xlsx.describe(workbook, title, asOf);
        try (SXSSFWorkbook streaming = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY)) {
            for (Later each : later) {
                makeRoom(sheet(each.tab()), each.line());
                Grid rows =
                        new Grid(this, each.tab(), streaming.getSheet(each.tab().title()), each.line() - 1);
                each.rows().accept(rows);
                rows.widen();
            }
            Xlsx.write(streaming, out);
        }
    }

    private static void makeRoom(XSSFSheet sheet, int line) {
        for (int row = sheet.getLastRowNum(); row >= line - 1; row--) {
            Optional.ofNullable(sheet.getRow(row)).ifPresent(sheet::removeRow);
        }
    }
}
