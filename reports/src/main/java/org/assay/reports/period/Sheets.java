package org.assay.reports.period;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.sheet.Looks;
import org.assay.reports.sheet.Xlsx;

/**
 * The workbook. Rows go to the file as they come, so a ledger of any length takes the memory of a few hundred; figures that
 * follow from others are formulas, and each carries the value the books come to, for readers that do not calculate.
 */
final class Sheets implements Outlet, Closeable {
    private static final int ROWS_IN_MEMORY = 100;
    /** Under what a sheet holds, with room for heads, a total and its checks. */
    static final int MOST = 1_048_000;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final SXSSFWorkbook streaming;
    private final Looks looks = new Looks(workbook);
    private final Map<Tab, Sheet> sheets = new EnumMap<>(Tab.class);
    /** How many sheets the rows of a named column lie on. */
    private final SortedMap<String, Integer> parts = new TreeMap<>();

    private final int most;

    Sheets(List<Tab> tabs) {
        this(tabs, MOST);
    }

    /** @param most rows of a list on one sheet; the rest goes on on another */
    Sheets(List<Tab> tabs, int most) {
        this.most = most;
        tabs.forEach(tab -> workbook.createSheet(tab.title()));
        streaming = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY);
        for (Tab tab : tabs) {
            sheets.put(tab, new Sheet(this, tab.title()));
        }
    }

    @Override
    public Rows begin(TableHead table) {
        Sheet first = sheets.get(table.tab());
        first.begin(table);
        List<Sheet> all = new ArrayList<>(List.of(first));
        name(table, first, 1);
        return row -> {
            Sheet last = all.get(all.size() - 1);
            if (row.kind() == Row.Kind.PLAIN && last.rows() >= most) {
                last.end();
                int part = all.size() + 1;
                Sheet next = next(table, part);
                next.begin(table);
                name(table, next, part);
                all.add(next);
                sheets.put(table.tab(), next);
                last = next;
            }
            last.add(row);
        };
    }

    private Sheet next(TableHead table, int part) {
        String title = "%s %s".formatted(table.tab().title(), part);
        int after = workbook.getSheetIndex(table.tab().title()) + part - 1;
        streaming.createSheet(title);
        streaming.setSheetOrder(title, after);
        return new Sheet(this, title);
    }

    private void name(TableHead table, Sheet sheet, int part) {
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            if (!name.isEmpty()) {
                parts.put(name, part);
                sheet.nameRows(i, part == 1 ? name : name + "_" + part);
            }
        }
    }

    @Override
    public void check(Tab tab, List<Check> checks) {
        sheets.get(tab).check(checks);
    }

    @Override
    public String sum(String column) {
        return overParts(column, part -> "SUM(%s)".formatted(part(column, part)));
    }

    @Override
    public String sumWhere(String column, String key, String cell) {
        return overParts(column, part -> "SUMIFS(%s,%s,%s)".formatted(part(column, part), part(key, part), cell));
    }

    private String overParts(String column, IntFunction<String> term) {
        List<String> terms = new ArrayList<>();
        for (int part = 1; part <= parts.get(column); part++) {
            terms.add(term.apply(part));
        }
        return String.join("+", terms);
    }

    private static String part(String column, int part) {
        return part == 1 ? column : column + "_" + part;
    }

    /** The whole file; nothing can be added after. */
    void write(String title, Instant asOf, OutputStream out) throws IOException {
        sheets.values().forEach(Sheet::end);
        Xlsx.describe(workbook, title, asOf);
        Xlsx.write(streaming, out);
    }

    @Override
    public void close() throws IOException {
        streaming.close();
    }

    Looks looks() {
        return looks;
    }

    SXSSFSheet sheet(String title) {
        return streaming.getSheet(title);
    }

    void page(String title) {
        Xlsx.page(workbook.getSheet(title), 0xbdbdbd);
    }

    void name(String name, String reference) {
        Name named = workbook.createName();
        named.setNameName(name);
        named.setRefersToFormula(reference);
    }
}
