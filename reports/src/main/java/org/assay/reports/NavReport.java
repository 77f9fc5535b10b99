package org.assay.reports;

import java.io.IOException;
import java.io.OutputStream;

/** A report that a NAV alone tells. */
public interface NavReport extends Report {
    void write(StruckNav nav, OutputStream out) throws IOException;

    @Override
    default void write(Books books, OutputStream out) throws IOException {
        write(books.nav(), out);
    }
}
