package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Results;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = "Strikes every day up to --to, and writes the results of the days from --from on.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends PackCommand {
    @Mixin
    private RangeOptions range;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        Run run = range.of(pack);
        Summary summary = new Summary();
        fillOutside(out, Results.names()::contains, folder -> run.write(folder, summary));
        summary.print(out());
        return Program.TIES;
    }
}
