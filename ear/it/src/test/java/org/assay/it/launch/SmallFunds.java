package org.assay.it.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/** The first small funds, as they are brought, and what an undisturbed night makes of them. */
final class SmallFunds {
    /** Asks for the lines {@link #undisturbed} gives, in any order. */
    static final String STRIKES =
            "select fund || ' ' || date || ' v' || version || '.' || attempt || ' inputs ' || inputs"
                    + " || ' result ' || result from assay.strike";

    private SmallFunds() {}

    static byte[] zip(FundPack pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackWriter.toZip(PackWriter.sealed(pack), out);
        return out.toByteArray();
    }

    /** As the offline command strikes the same packs, up to the last day whose intake deadline has passed. */
    static List<String> undisturbed(int funds, Instant now) {
        return LongStream.range(0, funds)
                .mapToObj(SmallFund::of)
                .flatMap(fund -> undisturbed(fund.pack(), now).stream())
                .sorted()
                .toList();
    }

    /** The strikes of a fund, one a line. */
    static List<String> undisturbed(FundPack pack, Instant now) {
        KnownFund fund = KnownFund.of(pack, Optional.empty());
        List<LocalDate> due = fund.schedule().due(pack.fund().inception(), now);
        List<String> strikes = new ArrayList<>();
        Replay.run(
                fund,
                pack.opening(),
                due.get(due.size() - 1),
                strike -> strikes.add("%s %s v1.1 inputs %s result %s"
                        .formatted(
                                pack.fund().fund(),
                                strike.result().date(),
                                strike.result().inputs(),
                                strike.result().digest())));
        return strikes;
    }
}
