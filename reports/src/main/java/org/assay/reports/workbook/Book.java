package org.assay.reports.workbook;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The file: its sheets, styles and names, and how it is written. */
final class Book {
    /** Not the first of January: the JDK takes that for "before 1980" and writes a second time, in the host's zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int ROWS_IN_MEMORY = 100;

    /** Names that stand for what a spreadsheet program keeps of a sheet: rows to repeat, what is filtered. */
    private static final String OF_THE_PROGRAM = "_xlnm";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final List<Later> later = new ArrayList<>();

    /** How a cell looks. */
    record Look(Role role, String format) {}

    /** What a cell is. */
    enum Role {
        TITLE,
        NOTE,
        HEAD,
        /** Over a column of figures. */
        HEAD_FIGURE,
        TEXT,
        /** Text that begins like a formula, kept from becoming one when somebody edits it. */
        QUOTED,
        INPUT,
        FIGURE,
        TOTAL
    }

    Book() {
        for (Tab tab : Tab.values()) {
            XSSFSheet sheet = workbook.createSheet(tab.title());
            sheet.setTabColor(color(
                    switch (tab.kind()) {
                        case FORMULAS -> 0x404040;
                        case INPUTS -> 0xf2c94c;
                        case RECORDS -> 0xbdbdbd;
                    }));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.getFooter().setLeft("&A");
            sheet.getFooter().setRight("page &P of &N");
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
        return styles.computeIfAbsent(new Look(role, format), this::styled);
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
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator("Assay");
        properties.setCreated(Optional.of(Date.from(asOf)));
        properties.setModified(Optional.of(Date.from(asOf)));
        Path raw = Files.createTempFile("assay-workbook", ".xlsx");
        try (SXSSFWorkbook streaming = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY)) {
            for (Later each : later) {
                makeRoom(sheet(each.tab()));
                Grid rows =
                        new Grid(this, each.tab(), streaming.getSheet(each.tab().title()));
                each.rows().accept(rows);
                rows.stretch();
            }
            try (OutputStream file = Files.newOutputStream(raw)) {
                streaming.write(file);
            }
            normalise(raw, out);
        } finally {
            Files.delete(raw);
        }
    }

    private static void makeRoom(XSSFSheet sheet) {
        for (int row = sheet.getLastRowNum(); row >= Grid.FIRST - 1; row--) {
            sheet.removeRow(sheet.getRow(row));
        }
    }

    /** A zip holds the time of each part and the order they came in; both are taken out. Parts stay compressed as they are. */
    private static void normalise(Path raw, OutputStream out) throws IOException {
        Comparator<String> typesFirst = Comparator.comparing((String name) -> !name.equals("[Content_Types].xml"));
        try (ZipFile parts = ZipFile.builder().setPath(raw).get()) {
            List<ZipArchiveEntry> sorted = Collections.list(parts.getEntries()).stream()
                    .sorted(Comparator.comparing(ZipArchiveEntry::getName, typesFirst.thenComparing(naturalOrder())))
                    .toList();
            ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
            for (ZipArchiveEntry part : sorted) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getName());
                entry.setTimeLocal(NO_TIME);
                entry.setMethod(part.getMethod());
                entry.setSize(part.getSize());
                entry.setCompressedSize(part.getCompressedSize());
                entry.setCrc(part.getCrc());
                zip.addRawArchiveEntry(entry, parts.getRawInputStream(part));
            }
            zip.finish();
        }
    }

    private XSSFCellStyle styled(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) (look.role() == Role.TITLE ? 14 : 10));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        switch (look.role()) {
            case TITLE -> font.setBold(true);
            case NOTE -> font.setColor(color(0x666666));
            case HEAD, HEAD_FIGURE -> {
                style.setAlignment(look.role() == Role.HEAD ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
                font.setBold(true);
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                style.setBorderBottom(BorderStyle.THIN);
            }
            case QUOTED -> style.setQuotePrefixed(true);
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
        style.setFont(font);
        return style;
    }

    private static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }
}
