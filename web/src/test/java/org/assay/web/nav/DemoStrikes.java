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
final class DemoStrikes {
    private static final List<Replay.Strike> ALL = struck();

    private DemoStrikes() {}

    static List<Replay.Strike> all() {
        return ALL;
    }

    private static List<Replay.Strike> struck() {
        try {
            Path demo = Path.of(System.getProperty("assay.root")).resolve("ejb/pack/demo/ill-compute");
            FundPack pack = PackReader.read(demo).rows().get(0);
            List<Replay.Strike> strikes = new ArrayList<>();
            Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), LocalDate.of(2026, 5, 29), strikes::add);
            return List.copyOf(strikes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
