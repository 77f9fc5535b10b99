package org.assay.reports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The file of a workbook: how it prints, who it says made it and when, and that it is the same bytes every time. */
public final class Xlsx {
    /** Not the first of January: the JDK takes that for "before 1980" and writes a second time, in the host's zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Xlsx() {}

    /** A sheet on A4 across, as wide as the paper and as many pages long as it takes, with its name and number below. */
    public static void page(XSSFSheet sheet, int tabColor) {
        sheet.setTabColor(Looks.color(tabColor));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("page &P of &N");
    }

    /** @param asOf written as the time it was made */
    public static void describe(XSSFWorkbook workbook, String title, Instant asOf) {
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator("Assay");
        properties.setCreated(Optional.of(Date.from(asOf)));
        properties.setModified(Optional.of(Date.from(asOf)));
    }

    /** By way of a file: the workbook may be larger than memory. */
    public static void write(SXSSFWorkbook workbook, OutputStream out) throws IOException {
        Path raw = Files.createTempFile("assay-workbook", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(raw)) {
                workbook.write(file);
            }
            normalise(raw, out);
        } finally {
            Files.delete(raw);
        }
    }

    /** A zip holds the time of each part and the order they came in; both are taken out. Parts stay compressed as they are. */
    private static void normalise(Path raw, OutputStream out) throws IOException {
        Comparator<String> typesFirst = Comparator.comparing((String name) -> !name.equals("[Content_Types].xml"));
        try (ZipFile parts = ZipFile.builder().setPath(raw).get()) {
            List<ZipArchiveEntry> sorted = Collections.list(parts.getEntries()).stream()
                    .sorted(Comparator.comparing(
                            ZipArchiveEntry::getName, typesFirst.thenComparing(Comparator.naturalOrder())))
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
}
