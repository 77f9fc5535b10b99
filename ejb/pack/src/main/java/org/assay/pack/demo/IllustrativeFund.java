package org.assay.pack.demo;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Manifest;
import org.assay.pack.table.Origins;

/**
 * Demo pack 1: five months of a fund of compute tokens and H100 futures, 2026-01-05 to 2026-05-29. Everything in it is
 * invented. The same seed makes the same pack on every machine: whole numbers only, and a generator the JDK specifies.
 */
public final class IllustrativeFund {
    /** Of every price in the pack. */
    static final long SEED = 20260105L;

    private static final String README = """
            # ILL-COMPUTE, an illustrative fund

            Invented for demonstration: no such fund, no such contracts, no such prices. Made by `assay demo`; do not edit
            it by hand, change the generator (`org.assay.pack.demo`) and run it again.

            To look for in it:

            * classes A and I, orders both ways, a redemption fee in A, fees paid monthly, a euro account for expenses
            * RENDER, AKT and TAO, bought and sold; bills that stand as collateral at the broker, one of which matures
            * 2,857 lots of ILL-H100, rolled on business days 8 to 12 of each month: 571, 572, 571, 572, 571; Martin
              Luther King Day and Presidents' Day lie inside the windows of January and February
            * Good Friday: the fund strikes, the exchange does not settle
            * two month ends on a Saturday, the change to daylight saving on 8 March
            * AKT without a price from 17 to 20 March; RENDER that jumps on 24 February; TAO that falls on 14 April, with
              the evidence why the price stands
            * a trade learned two days late in March, a trade replaced before its strike in February, margin raised in
              March
            """;

    private IllustrativeFund() {}

    /** The pack, without results. */
    public static FundPack pack() {
        return pack(SEED);
    }

    static FundPack pack(long seed) {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        IllustrativeTerms.instruments().forEach(instrument -> instruments.put(instrument.id(), instrument));
        IllustrativeMarket market = new IllustrativeMarket(seed);
        return new FundPack(
                new Manifest(
                        1,
                        IllustrativeTerms.FUND,
                        true,
                        IllustrativeTerms.valuationPoint(IllustrativeTerms.LAST).plusSeconds(86_400),
                        Optional.empty(),
                        Optional.empty()),
                IllustrativeTerms.fund(),
                instruments,
                List.of(),
                IllustrativeTerms.calendarDays(),
                new IllustrativeFacts(market.market()).all(),
                market.quotes(),
                market.market().rates(),
                Books.empty(),
                Optional.of(README),
                Origins.none());
    }
}
