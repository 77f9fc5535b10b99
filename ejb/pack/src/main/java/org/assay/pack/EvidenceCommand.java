package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evidence",
        description =
                "Writes a sealed copy of the pack together with the results of its strikes, for others to verify.",
        mixinStandardHelpOptions = true)
final class EvidenceCommand extends PackCommand {
    @Mixin
    private RangeOptions range;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the evidence pack goes.")
    private Path out;

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        Run run = range.of(pack);
        Summary summary = new Summary();
        fillOutside(out, ExportCommand::isOurs, folder -> Evidence.write(pack, run, folder, summary));
        summary.print(out());
        return Program.TIES;
    }
}
