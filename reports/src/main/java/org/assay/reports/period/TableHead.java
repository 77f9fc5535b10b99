package org.assay.reports.period;

import java.util.List;

/**
 * The head of a table; its rows are told to an {@link Outlet}.
 *
 * @param layout of its pages, in {@code period.tables.xml}
 * @param note what one must know to read it, with its units; empty when nothing
 */
record TableHead(Tab tab, String layout, String title, String note, List<Column> columns) {
    TableHead {
        columns = List.copyOf(columns);
    }
}
