package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.reports.LivingNavs.Struck;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A figure is the same on paper, in the workbook and in the result: three funds, five days of each. */
class FiguresAgreeTest {
    /** As paper shows a figure: thousands separated or with decimals, and not a part of a date, a time, a digest or a name. */
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.,:/-])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+)(?![\\w:/-]|[.,]\\d)");

    /** Whole numbers up to it may count something. */
    private static final BigDecimal COUNTS = new BigDecimal(1_500);

    /** What is printed of each NAV. */
    private static final Map<Struck, List<BigDecimal>> PAPER = new LinkedHashMap<>();

    @BeforeAll
    static void print() throws IOException {
        for (Struck struck : LivingNavs.all()) {
            PAPER.put(struck, onPaper(struck));
        }
    }

    @Test
    void key_figures_stand_on_paper_and_in_the_workbook_as_they_were_struck() throws IOException {
        int compared = 0;
        List<String> differences = new ArrayList<>();
        for (Struck struck : LivingNavs.all()) {
            TreeSet<BigDecimal> paper = new TreeSet<>(PAPER.get(struck));
            Map<String, List<BigDecimal>> workbook = inWorkbook(struck);
            for (Map.Entry<String, BigDecimal> figure :
                    new KnownFigures(struck.nav()).key().entrySet()) {
                compared++;
                BigDecimal value = figure.getValue();
                boolean isOnPaper = value.scale() <= 0 || value.signum() == 0 || paper.contains(plain(value));
                boolean isInWorkbook = workbook.getOrDefault(figure.getKey(), List.of()).stream()
                                .filter(other -> other.compareTo(value) == 0)
                                .count()
                        == 2;
                if (!isOnPaper || !isInWorkbook) {
                    differences.add("%s %s %s: paper %s, workbook %s"
                            .formatted(struck, figure.getKey(), value, isOnPaper, workbook.get(figure.getKey())));
                }
            }
        }
        System.out.println("%s key figures of %s NAVs on paper, in the workbook and in the result: %s differences"
                .formatted(compared, LivingNavs.all().size(), differences.size()));
        assertThat(differences).isEmpty();
    }

    @Test
    void every_figure_on_paper_is_one_of_the_strike_or_two_of_them_together() {
        int compared = 0;
        int together = 0;
        List<String> strangers = new ArrayList<>();
        for (Struck struck : LivingNavs.all()) {
            KnownFigures known = new KnownFigures(struck.nav());
            for (BigDecimal figure : PAPER.get(struck)) {
                compared++;
                if (!known.has(figure)) {
                    together++;
                    if (!known.tells(figure)) {
                        strangers.add(struck + " " + figure);
                    }
                }
            }
        }
        System.out.println("%s figures on paper: %s are two of the strike's together, %s are strangers to it"
                .formatted(compared, together - strangers.size(), strangers.size()));
        assertThat(strangers).isEmpty();
    }

    /** Whatever a formula works on the way to it included. */
    @Test
    void every_figure_in_the_workbook_is_one_of_the_strike_or_two_of_them_together() throws IOException {
        int compared = 0;
        int together = 0;
        List<String> strangers = new ArrayList<>();
        for (Struck struck : LivingNavs.all()) {
            KnownFigures known = new KnownFigures(struck.nav());
            for (Map.Entry<String, BigDecimal> figure : cells(struck).entrySet()) {
                compared++;
                if (!known.has(figure.getValue())) {
                    together++;
                    if (!known.tells(figure.getValue())) {
                        strangers.add("%s %s %s".formatted(struck, figure.getKey(), figure.getValue()));
                    }
                }
            }
        }
        System.out.println("%s figures in the workbook: %s are two of the strike's together, %s are strangers to it"
                .formatted(compared, together - strangers.size(), strangers.size()));
        assertThat(strangers).isEmpty();
    }

    /** Its figures by sheet and cell; days are none, and neither is a whole number that may count something. */
    private static Map<String, BigDecimal> cells(Struck struck) throws IOException {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        byte[] file = LivingNavs.written(new WorkbookReport(), struck);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        CellType type = cell.getCellType() == CellType.FORMULA
                                ? cell.getCachedFormulaResultType()
                                : cell.getCellType();
                        if (type == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)) {
                            BigDecimal figure = new BigDecimal(cell.getNumericCellValue()).round(KnownFigures.SHEET);
                            if (figure.stripTrailingZeros().scale() > 0
                                    || figure.abs().compareTo(COUNTS) > 0) {
                                figures.put(sheet.getSheetName() + "!" + cell.getAddress(), figure);
                            }
                        }
                    }
                }
            }
        }
        return figures;
    }

    /** What was worked and what was struck, by what it is. */
    private static Map<String, List<BigDecimal>> inWorkbook(Struck struck) throws IOException {
        Map<String, List<BigDecimal>> figures = new LinkedHashMap<>();
        byte[] file = LivingNavs.written(new WorkbookReport(), struck);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheet("Tie-out")) {
                if (row.getRowNum() > 2) {
                    figures.put(
                            row.getCell(0).getStringCellValue(),
                            List.of(
                                    BigDecimal.valueOf(row.getCell(1).getNumericCellValue()),
                                    BigDecimal.valueOf(row.getCell(2).getNumericCellValue())));
                }
            }
        }
        return figures;
    }

    private static List<BigDecimal> onPaper(Struck struck) throws IOException {
        List<BigDecimal> figures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(LivingNavs.written(new NavPackReport(), struck))) {
            Matcher matcher = FIGURE.matcher(new PDFTextStripper().getText(document));
            while (matcher.find()) {
                figures.add(plain(new BigDecimal(matcher.group(1).replace(",", ""))));
            }
        }
        return figures;
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.abs().stripTrailingZeros();
    }
}
