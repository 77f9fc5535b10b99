package org.assay.reports.period;

import java.util.List;

/** Where tables go: pages or sheets. */
interface Outlet {
    /** Begins a table. Of one tab each is written whole before the next begins; of different tabs they may take turns. */
    Rows begin(TableHead table);

    /** What must tie, at the end of a table. */
    void check(Tab tab, List<Check> checks);

    /** A formula for the sum of a named column of a long list. */
    String sum(String column);

    /** The same of the rows whose key is in that cell. */
    String sumWhere(String column, String key, String cell);

    /** Takes the rows of a table as they come. */
    interface Rows {
        void add(Row row);
    }
}
