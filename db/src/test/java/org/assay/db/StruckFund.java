package org.assay.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;

/** The demo fund with all of its days, in the database that all tests of a run share. */
final class StruckFund {
    /** From 2026-01-05 to 2026-05-29. */
    private static final int STRIKE_DAYS = 102;

    static final FundPack PACK = demo();
    static final FundHead FUND =
            new FundHead(PACK.fund(), "0".repeat(64), PACK.manifest().known(), "operator@demo");

    private static boolean isThere;

    private StruckFund() {}

    static TestDatabase database() throws SQLException {
        synchronized (StruckFund.class) {
            if (!isThere) {
                TestFunds funds = new TestFunds(TestDatabase.SHARED.app());
                funds.bring(FUND, PACK);
                funds.strike(FUND.id(), STRIKE_DAYS);
                isThere = true;
            }
        }
        return TestDatabase.SHARED;
    }

    private static FundPack demo() {
        try {
            Parsed<FundPack> read =
                    PackReader.read(Path.of(System.getProperty("assay.root"), "ejb/pack/demo/ill-compute"));
            return read.rows().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
