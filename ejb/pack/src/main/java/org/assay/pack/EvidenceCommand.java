package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evidence",
        description =
                "Writes a sealed copy of the pack together with the results of its strikes, for others to verify.",
        mixinStandardHelpOptions = true)
final class EvidenceCommand extends PackCommand {
    @Option(names = "--from", paramLabel = "DATE", description = "First day written; the first of the pack if absent.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Last day struck; the last of the pack if absent.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the evidence pack goes.")
    private Path out;

    @Option(
            names = "--known",
            paramLabel = "INSTANT",
            description = "What every strike may know; what a scheduled one does if absent.")
    private Optional<Instant> known = Optional.empty();

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        Run run = Run.of(pack, from, to, known);
        Summary summary = new Summary();
        fill(out, ExportCommand::isOurs, folder -> Evidence.write(pack, run, folder, summary));
        summary.print(out());
        return Assay.TIES;
    }
}
