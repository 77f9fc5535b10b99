package org.assay.reports.period;

/**
 * A column of a table.
 *
 * @param figures whether it holds figures, which stand to the right
 * @param name by which formulas of a workbook find its rows; empty when none does
 * @param place where it stands besides the workbook
 */
record Column(String head, boolean figures, String name, Place place) {
    /** How wide the paper is for it. */
    enum Place {
        PAPER,
        /** In a workbook alone: what paper says elsewhere. */
        SHEET_ONLY,
        /** Of a share class, of which there may be more than a page is wide. */
        OF_CLASS
    }

    static Column text(String head) {
        return new Column(head, false, "", Place.PAPER);
    }

    static Column figure(String head) {
        return new Column(head, true, "", Place.PAPER);
    }

    static Column ofClass(String head) {
        return new Column(head, true, "", Place.OF_CLASS);
    }

    Column named(String newName) {
        return new Column(head, figures, newName, place);
    }

    Column onSheetOnly() {
        return new Column(head, figures, name, Place.SHEET_ONLY);
    }
}
