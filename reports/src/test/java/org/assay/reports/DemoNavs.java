package org.assay.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/** The demo fund, struck once for all tests, as reports are given it. */
public final class DemoNavs {
    /**
     * The first day, the first trades, capital entering, a restated trade, a roll, a month end, a weekend's fee, a bill's
     * maturity, and the last.
     */
    public static final List<String> VARIED = List.of(
            "2026-01-05",
            "2026-01-06",
            "2026-02-17",
            "2026-02-20",
            "2026-03-13",
            "2026-03-31",
            "2026-04-01",
            "2026-04-02",
            "2026-05-18",
            "2026-05-29");

    private static final SortedMap<LocalDate, StruckNav> NAVS = struck();

    private DemoNavs() {}

    public static StruckNav on(String date) {
        return Optional.ofNullable(NAVS.get(LocalDate.parse(date))).orElseThrow();
    }

    public static byte[] written(NavReport report, StruckNav nav) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            report.write(nav, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<LocalDate, StruckNav> struck() {
        return struck("ejb/pack/demo/ill-compute", LocalDate.of(2026, 5, 29));
    }

    /** Of any pack of this project, as the demo's. */
    public static SortedMap<LocalDate, StruckNav> struck(String folder, LocalDate to) {
        FundPack pack = pack(folder);
        SortedMap<LocalDate, StruckNav> navs = new TreeMap<>();
        List<PastNav> history = new ArrayList<>();
        KnownFund fund = KnownFund.of(pack, Optional.empty());
        Replay.run(fund, pack.opening(), to, strike -> {
            for (ClassNav nav : strike.result().classes()) {
                history.add(new PastNav(strike.result().date(), nav.shareClass(), nav.netAssets(), nav.perShare()));
            }
            navs.put(
                    strike.result().date(),
                    new StruckNav(pack.fund(), strike.inputs(), strike.result(), 1, 1, "Review", List.of(), history));
        });
        return navs;
    }

    static FundPack pack(String folder) {
        try {
            Path root = Path.of(System.getProperty("assay.root"));
            return PackReader.read(root.resolve(folder)).rows().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
