package org.assay.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.fund.FundPack;

/**
 * The books of a fund as a report may read them: a NAV and all that stands behind it. Nothing of what came later is in them,
 * so a report that is made again reads the same.
 */
public interface Books {
    /** What the report is about. For a report of a period, its last day. */
    StruckNav nav();

    /**
     * Every day that counts from {@code first}, or from the fund's first if that is later, up to that of {@link #nav}, in
     * order. Each is struck again from the books the day before closed and has the digest it was kept with; none is kept.
     */
    void days(LocalDate first, Consumer<StruckDay> each);

    /**
     * All that the strike of {@link #nav} knew, as a pack of it alone: struck again anywhere, it gives the same NAV.
     *
     * @throws IllegalStateException when it does not: what is known of the fund is not what it was
     */
    FundPack pack();

    /** The piece of the audit chain that seals the strike of {@link #nav} and what was decided about it. */
    ChainProof chain();

    /** The bytes of another report of {@link #nav}: as it was made and kept, where it was, else made now. */
    default byte[] report(Report other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            other.write(this, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a report in memory that cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
