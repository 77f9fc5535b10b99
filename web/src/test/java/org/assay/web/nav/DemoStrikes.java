package org.assay.web.nav;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/** The demo fund, struck once for all tests. */
public final class DemoStrikes {
    private static final List<Replay.Strike> ALL = struck();

    private DemoStrikes() {}

    /** In order. */
    public static List<Replay.Strike> all() {
        return ALL;
    }

    private static List<Replay.Strike> struck() {
        return struck("ejb/pack/demo/ill-compute", LocalDate.of(2026, 5, 29));
    }

    /** Of any pack of this project, as the demo's. */
    static List<Replay.Strike> struck(String folder, LocalDate to) {
        try {
            Path path = Path.of(System.getProperty("assay.root")).resolve(folder);
            FundPack pack = PackReader.read(path).rows().get(0);
            List<Replay.Strike> strikes = new ArrayList<>();
            Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), to, strikes::add);
            return List.copyOf(strikes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
