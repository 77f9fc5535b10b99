package org.assay.reports;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A document about one struck NAV. Each is a bean of its own and is found by asking for all of them: adding a report is
 * adding its class.
 *
 * <p>The same NAV gives the same bytes, on any machine, years later: no report asks for the host's locale, zone or time.
 */
public interface Report {
    /** Its name in addresses and commands; never changes. */
    String kind();

    String mediaType();

    /** Tells the fund, the day and the version apart, and is safe on every file system. */
    String fileName(StruckNav nav);

    /** Writes the whole document and leaves the stream open. */
    void write(StruckNav nav, OutputStream out) throws IOException;
}
