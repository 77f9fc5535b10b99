package org.assay.web.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assay.reports.table.TableBook;
import org.assay.web.figure.Figure;
import org.junit.jupiter.api.Test;

/** What a page writes into a cell, as a page writes it. */
class CellReaderTest {
    private final CellReader reader = new CellReader();

    @Test
    void a_figure_is_a_number_at_the_decimals_it_is_shown_with() {
        assertThat(cell(() -> figure(Figure.money(new BigDecimal("-1234.5"), 2, "USD"))))
                .isEqualTo(new TableBook.Figure(new BigDecimal("-1234.50")));
    }

    @Test
    void a_figure_of_nothing_is_an_empty_cell() {
        assertThat(cell(() -> figure(Figure.NONE))).isEqualTo(new TableBook.Text(""));
    }

    @Test
    void a_date_is_a_date_even_where_it_leads_somewhere() {
        assertThat(cell(() -> element("a", "2026-05-29"))).isEqualTo(new TableBook.Day(LocalDate.of(2026, 5, 29)));
        assertThat(cell(() -> reader.writeText("2026-05-29 16:00 New York", (String) null)))
                .isEqualTo(new TableBook.Text("2026-05-29 16:00 New York"));
        assertThat(cell(() -> element("b", "2026-13-45"))).isEqualTo(new TableBook.Text("2026-13-45"));
    }

    /** {@code A 96.5598 I 96.8364} is no number: nobody could say which. */
    @Test
    void figures_among_words_and_two_figures_are_text() {
        assertThat(cell(() -> {
                    element("small", "A");
                    figure(Figure.plain(new BigDecimal("96.5598")));
                }))
                .isEqualTo(new TableBook.Text("A 96.5598"));
        assertThat(cell(() -> {
                    figure(Figure.count(2));
                    figure(Figure.count(3));
                }))
                .isEqualTo(new TableBook.Text("2 3"));
    }

    @Test
    void a_name_below_an_id_is_a_word_of_its_own() {
        assertThat(cell(() -> {
                    element("b", "RENDER");
                    element("span", "Render (Solana)");
                }))
                .isEqualTo(new TableBook.Text("RENDER Render (Solana)"));
    }

    @Test
    void every_cell_begins_anew() {
        assertThat(List.of(cell(() -> figure(Figure.count(1))), cell(() -> element("b", "x"))))
                .containsExactly(new TableBook.Figure(BigDecimal.ONE), new TableBook.Text("x"));
    }

    private TableBook.Cell cell(Runnable page) {
        reader.begin();
        page.run();
        return reader.cell();
    }

    private void element(String name, String text) {
        reader.startElement(name, null);
        reader.writeText(text, (String) null);
        reader.endElement(name);
    }

    private void figure(Figure figure) {
        reader.startElement("span", null);
        reader.writeAttribute("data-number", figure.number(), null);
        reader.writeAttribute("title", figure.exact(), null);
        reader.writeText(figure.text(), (String) null);
        reader.endElement("span");
    }
}
