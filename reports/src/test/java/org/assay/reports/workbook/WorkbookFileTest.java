package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.assay.reports.LivingNavs;
import org.assay.reports.LivingNavs.Struck;
import org.junit.jupiter.api.Test;

/** What Excel is strict about and others forgive (ECMA-376 part 1, section 18). */
class WorkbookFileTest {
    /** In the order of CT_Worksheet, section 18.3.1.99; a program that finds another offers to repair the file. */
    private static final List<String> OF_A_SHEET = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "autoFilter",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter");

    @Test
    void parts_of_a_sheet_stand_in_the_order_of_the_standard_and_rows_and_cells_in_theirs()
            throws IOException, XMLStreamException {
        for (Struck struck : LivingNavs.all()) {
            ZipInputStream zip =
                    new ZipInputStream(new ByteArrayInputStream(LivingNavs.written(new WorkbookReport(), struck)));
            int sheets = 0;
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().startsWith("xl/worksheets/sheet")) {
                    sheet(struck + " " + part.getName(), zip.readAllBytes());
                    sheets++;
                }
            }
            assertThat(sheets).isEqualTo(Tab.values().length);
        }
    }

    private static void sheet(String name, byte[] xml) throws XMLStreamException {
        XMLStreamReader reader =
                XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int row = 0;
        boolean isFormula = false;
        boolean hasValue = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = reader.getLocalName();
                if (depth == 2) {
                    parts.add(element);
                } else if (element.equals("row")) {
                    int next = Integer.parseInt(reader.getAttributeValue(null, "r"));
                    assertThat(next).as(name).isGreaterThan(row);
                    row = next;
                } else if (element.equals("c")) {
                    assertThat(reader.getAttributeValue(null, "t")).as(name).isNotEqualTo("e");
                    isFormula = false;
                    hasValue = false;
                } else if (element.equals("f")) {
                    isFormula = true;
                } else if (element.equals("v")) {
                    hasValue = true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("c")) {
                    assertThat(isFormula && !hasValue)
                            .as("%s, row %s: a formula without its value", name, row)
                            .isFalse();
                }
                depth--;
            }
        }
        assertThat(OF_A_SHEET).as(name).containsSubsequence(parts);
    }

    @Test
    void names_are_names_of_cells_that_are_there() throws IOException {
        for (Struck struck : LivingNavs.all()) {
            try (XSSFWorkbook book = WorkbookReportTest.open(LivingNavs.written(new WorkbookReport(), struck))) {
                TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                for (XSSFName name : book.getAllNames()) {
                    assertThat(seen.add(name.getSheetIndex() + name.getNameName()))
                            .as(name.getNameName())
                            .isTrue();
                    assertThat(name.getNameName()).matches("_xlnm\\.\\w+|[A-Za-z_][A-Za-z0-9_]*");
                    assertThat(name.getNameName()).doesNotMatch("[A-Za-z]{1,3}\\d+|[Rr]\\d*[Cc]\\d*");
                    assertThat(book.getSheet(name.getSheetName()))
                            .as(name.getNameName())
                            .isNotNull();
                }
                for (XSSFSheet sheet : sheets(book)) {
                    assertThat(sheet.getSheetName())
                            .hasSizeLessThanOrEqualTo(31)
                            .doesNotContainPattern("[\\[\\]:*?/\\\\]");
                    List<XmlError> faults = new ArrayList<>();
                    sheet.getCTWorksheet().validate(new XmlOptions().setErrorListener(faults));
                    assertThat(faults).as(sheet.getSheetName()).isEmpty();
                }
            }
        }
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook book) {
        List<XSSFSheet> sheets = new ArrayList<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            sheets.add(book.getSheetAt(i));
        }
        return sheets;
    }
}
