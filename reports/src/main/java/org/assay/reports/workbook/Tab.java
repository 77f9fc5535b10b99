package org.assay.reports.workbook;

/** The sheets in their order: what was found, how, from what, and who says so. */
enum Tab {
    SUMMARY("Summary", Kind.FORMULAS),
    POSITIONS("Positions", Kind.FORMULAS),
    FUTURES("Futures", Kind.FORMULAS),
    FUTURE_LOTS("Future lots", Kind.FORMULAS),
    MONEY("Money", Kind.FORMULAS),
    FEES("Fees", Kind.FORMULAS),
    CLASSES("Classes", Kind.FORMULAS),
    TRIAL_BALANCE("Trial balance", Kind.FORMULAS),
    TIE_OUT("Tie-out", Kind.FORMULAS),
    LOTS("Lots", Kind.INPUTS),
    PRICES("Prices", Kind.INPUTS),
    RATES("Rates", Kind.INPUTS),
    BALANCES("Balances", Kind.INPUTS),
    CLASS_INPUTS("Class inputs", Kind.INPUTS),
    FEE_INPUTS("Fee inputs", Kind.INPUTS),
    MARGIN_INPUTS("Margin inputs", Kind.INPUTS),
    STRUCK("Struck", Kind.RECORDS),
    CONTROLS("Controls", Kind.RECORDS),
    PROVENANCE("Provenance", Kind.RECORDS);

    /** What stands on a sheet. */
    enum Kind {
        /** No constant number. */
        FORMULAS,
        /** Constants that may be changed to see what follows. */
        INPUTS,
        /** What the strike said; nothing is worked from it. */
        RECORDS
    }

    private final String title;
    private final Kind kind;

    Tab(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }
}
