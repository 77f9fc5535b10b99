package org.assay.reports.period;

/** The parts of a report in their order: a workbook's sheets, and what the pages tell one after the other. */
enum Tab {
    SUMMARY("Summary"),
    OPERATIONS("Operations"),
    HIGHLIGHTS("Highlights"),
    /** Of a year only. */
    YEAR_END("Year-end"),
    TRIAL_BALANCE("Trial balance"),
    HOLDINGS("Holdings"),
    FUTURES("Futures"),
    TRADES("Purchases and sales", true),
    REALISED("Realised by lot", true),
    CURRENCY("Currency results", true),
    DAYS("NAV by day", true),
    LEDGER("General ledger", true);

    private final String title;
    private final boolean list;

    Tab(String title) {
        this(title, false);
    }

    Tab(String title, boolean list) {
        this.title = title;
        this.list = list;
    }

    /** One table of as many rows as there happen to be, told while the days are. */
    boolean isList() {
        return list;
    }

    String title() {
        return title;
    }
}
