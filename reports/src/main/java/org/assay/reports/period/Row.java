package org.assay.reports.period;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row of a table.
 *
 * @param id by which formulas of later rows find it; empty when none does
 */
record Row(Kind kind, String id, List<Cell> cells) {
    /** How it looks. */
    enum Kind {
        PLAIN,
        /** A heading over the rows that follow; one text. */
        GROUP,
        TOTAL
    }

    Row {
        cells = List.copyOf(cells);
    }

    static Row of(Cell... cells) {
        return new Row(Kind.PLAIN, "", List.of(cells));
    }

    static Row of(List<Cell> cells) {
        return new Row(Kind.PLAIN, "", cells);
    }

    static Row group(String heading) {
        return new Row(Kind.GROUP, "", List.of(Cell.text(heading)));
    }

    static Row total(Cell... cells) {
        return new Row(Kind.TOTAL, "", List.of(cells));
    }

    /** The label in the first column, nothing in so many behind it, then the rest. */
    static Row total(String label, int blanks, Cell... rest) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(label)));
        cells.addAll(Collections.nCopies(blanks, Cell.NONE));
        cells.addAll(List.of(rest));
        return total(cells);
    }

    static Row total(List<Cell> cells) {
        return new Row(Kind.TOTAL, "", cells);
    }

    Row as(String newId) {
        return new Row(kind, newId, cells);
    }
}
