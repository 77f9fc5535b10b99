package org.assay.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.pack.fund.FundPack;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which days a replay writes, and what its strikes may know. */
final class RangeOptions {
    @Option(names = "--from", paramLabel = "DATE", description = "First day written; the first of the pack if absent.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Last day struck; the last of the pack if absent.")
    private Optional<LocalDate> to = Optional.empty();

    @Mixin
    private KnownOption known;

    Run of(FundPack pack) {
        return Run.of(pack, from, to, known.get());
    }
}
