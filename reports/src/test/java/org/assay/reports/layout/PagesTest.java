package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.kernel.money.Currency;
import org.assay.reports.layout.Pages.Heading;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Currency USD = new Currency("USD", 2);

    @Test
    void a_long_table_goes_on_under_its_title_and_heads_and_brings_three_rows_to_its_last_page()
            throws JRException, IOException {
        Pages pages = new Pages();
        pages.add(rows("Long", 41));
        List<String> printed = printed(pages);
        assertThat(printed).hasSize(2);
        assertThat(printed.get(0)).contains("Long", "What moved them", "row 38").doesNotContain("row 39", "continued");
        assertThat(printed.get(1)).contains("Long, continued", "What moved them", "row 39", "row 40", "row 41", "Sum");
    }

    @Test
    void a_short_table_is_not_cut_and_a_long_one_begins_only_where_four_rows_have_room() throws JRException {
        Pages pages = new Pages();
        pages.add(rows("First", 30));
        pages.add(rows("Short", 5));
        pages.add(rows("Second", 20));
        pages.add(rows("Long", 40));
        assertThat(pages.contents())
                .containsExactly(
                        new Heading("First", 1),
                        new Heading("Short", 2),
                        new Heading("Second", 2),
                        new Heading("Long", 3));
    }

    @Test
    void a_heading_is_never_the_last_line_of_a_page() throws JRException, IOException {
        Pages pages = new Pages();
        Table table = Table.of("roll-nav", USD).title("Groups");
        for (int i = 1; i <= 60; i++) {
            table.group("heading " + i).row("row " + i);
        }
        pages.add(table.section());
        for (String page : printed(pages)) {
            List<String> lines = page.lines()
                    .filter(line -> line.startsWith("heading") || line.startsWith("row"))
                    .toList();
            assertThat(lines.get(lines.size() - 1)).startsWith("row");
        }
    }

    @Test
    void what_is_appended_is_counted_on() throws JRException {
        Pages first = new Pages();
        first.add(rows("First", 41));
        Pages second = new Pages();
        second.add(rows("Second", 1));
        first.append(second);
        assertThat(first.contents()).containsExactly(new Heading("First", 1), new Heading("Second", 3));
        assertThat(first.count()).isEqualTo(3);
    }

    private static Section rows(String title, int count) {
        Table table = Table.of("roll-nav", USD).title(title);
        for (int i = 1; i <= count; i++) {
            table.row("row " + i, "1.00");
        }
        return table.total("Sum", "2.00").section();
    }

    private static List<String> printed(Pages pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Paper("A test", Instant.EPOCH, "0".repeat(64)).write(pages, PagesTest::frame, out);
        List<String> printed = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                printed.add(stripper.getText(document));
            }
        }
        return printed;
    }

    private static Section frame(int pages) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            rows.add(Map.of("page", "page " + page));
        }
        return new Section("frame", rows, Map.of());
    }
}
