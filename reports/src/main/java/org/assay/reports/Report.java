package org.assay.reports;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A document told from the books of a fund: about one NAV, or about the period that ends with it. Each is a bean of its own
 * and is found by asking for all of them: adding a report is adding its class.
 *
 * <p>The same NAV gives the same bytes, on any machine, years later: no report asks for the host's locale, zone or time.
 */
public interface Report {
    /** Its name in addresses and commands; never changes. */
    String kind();

    /** What people call it. */
    String title();

    /** When it is made without anybody asking; it may be asked for at any time. */
    Due due();

    Medium medium();

    /** Tells the fund, the day and the version apart, and is safe on every file system. */
    default String fileName(StruckNav nav) {
        return nav.fileName(kind(), medium().ending());
    }

    /** Writes the whole document and leaves the stream open. */
    void write(Books books, OutputStream out) throws IOException;

    /** When a report is made by itself. */
    enum Due {
        /** Of the newest NAV of a fund, in every status it comes to. */
        EVERY_NAV,
        /** Of every published NAV. */
        PUBLISHED_NAV,
        /** Of the published NAV that is the last of its month: the report is of the month. */
        PUBLISHED_MONTH,
        /** Of the published NAV that is the last of its year: the report is of the year. */
        PUBLISHED_YEAR
    }
}
