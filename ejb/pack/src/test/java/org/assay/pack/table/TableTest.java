package org.assay.pack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Parsed;
import org.junit.jupiter.api.Test;

class TableTest {
    private record Weight(String name, BigDecimal grams, Optional<String> note) {}

    private final Refusals refusals = new Refusals();

    private static Table<Weight> weights() {
        var draft = new Layout.Draft<Weight>();
        var name = draft.field("name", Formats.ID, Weight::name);
        var grams = draft.field("grams", Formats.decimal(3), Weight::grams);
        var note = draft.optional("note", Formats.TEXT, Weight::note);
        draft.expect(grams, cells -> cells.get(grams).signum() > 0, "more than nothing");
        return new Table<>(
                "weights.csv",
                "weight",
                draft.reads(cells -> new Weight(cells.get(name), cells.get(grams), cells.get(note))),
                name);
    }

    private List<Weight> read(String text) {
        return weights().read(text, Origins.none(), refusals).values();
    }

    @Test
    void reading_and_writing_are_inverse() {
        String text = "name,grams,note\na,1.5,\nb,2,\"a comma, a \"\"quote\"\"\nand a line end\"\n";
        assertThat(weights().write(read(text))).isEqualTo(text);
        assertThat(refusals.sorted()).isEmpty();
    }

    @Test
    void columns_may_stand_in_any_order_and_optional_ones_may_be_missing() {
        assertThat(read("grams,name\r\n2,b\r\n1,a\r\n")).isEqualTo(read("name,grams,note\nb,2,\na,1,\n"));
    }

    @Test
    void rows_are_written_in_the_order_of_their_identity() {
        assertThat(weights().write(read("name,grams\nb,2\na,1\n"))).isEqualTo("name,grams,note\na,1,\nb,2,\n");
    }

    @Test
    void a_refused_row_does_not_hide_the_next_refusal() {
        read("name,grams,note\n,1,\na,0,\nb,x,\nb,1,\nb,2,\n");
        assertThat(refusals.sorted())
                .extracting(Parsed.Failure::line, Parsed.Failure::column)
                .containsExactly(tuple(2L, "name"), tuple(3L, "grams"), tuple(4L, "grams"), tuple(6L, "name"));
    }

    @Test
    void a_line_is_counted_where_a_cell_has_several() {
        read("name,grams,note\na,1,\"one\ntwo\"\nb,x,\n");
        assertThat(refusals.sorted()).extracting(Parsed.Failure::line).containsExactly(4L);
    }
}
