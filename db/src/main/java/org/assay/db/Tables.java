package org.assay.db;

import org.assay.pack.table.Table;

/** How the tables of the database are named: as the files of a pack. */
final class Tables {
    private Tables() {}

    /** {@code facts/trades.csv} is table {@code trades}. */
    static String name(Table<?> layout) {
        String file = layout.file();
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
    }
}
