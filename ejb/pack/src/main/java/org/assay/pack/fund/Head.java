package org.assay.pack.fund;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;

/** The columns every fact begins with. */
record Head(
        Column<String> id,
        Column<Instant> effective,
        Column<Instant> recorded,
        Column<Optional<String>> corrects,
        Column<String> source) {
    static <T> Head of(Layout.Draft<T> draft, Reference reference, Function<T, ? extends Fact> fact) {
        Function<T, Stamp> stamp = row -> fact.apply(row).stamp();
        Head head = new Head(
                draft.field("id", Formats.ID, stamp.andThen(Stamp::id)),
                draft.field("effective", Formats.INSTANTS, stamp.andThen(Stamp::effective)),
                draft.field("recorded", Formats.INSTANTS, stamp.andThen(Stamp::recorded)),
                draft.optional("corrects", Formats.ID, stamp.andThen(Stamp::corrects)),
                draft.field("source", Formats.TEXT, stamp.andThen(Stamp::source)));
        reference.expectKnown(draft, head.recorded());
        draft.expect(
                head.corrects(),
                cells -> !cells.get(head.corrects()).equals(Optional.of(cells.get(head.id()))),
                "another fact than itself");
        return head;
    }

    Stamp stamp(Cells cells) {
        return new Stamp(
                cells.get(id), cells.get(effective), cells.get(recorded), cells.get(corrects), cells.get(source));
    }
}
