package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.replay.Replay;
import org.assay.pack.replay.Results;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "strike",
        description =
                "Strikes one day from the books the pack opens with, and the days before it where needed; writes its"
                        + " results, and the books it closes in DIR/books.",
        mixinStandardHelpOptions = true)
final class StrikeCommand extends PackCommand {
    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The day to strike.")
    private LocalDate date;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Mixin
    private KnownOption known;

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        Run run = Run.of(pack, new StrikeRange(date, date, known.get()));
        run.checkStrikes(date);
        Summary summary = new Summary();
        fillOutside(out, StrikeCommand::isOurs, folder -> {
            run.write(folder, summary);
            Replay.Strike strike = summary.last()
                    .orElseThrow(() ->
                            Refused.because("%s: expected a day the fund reaches; it is held before (see assay replay)"
                                    .formatted(date)));
            PackWriter.toFolder(PackWriter.books(pack, strike.result().closing()), folder);
        });
        summary.print(out());
        return Program.TIES;
    }

    private static boolean isOurs(String name) {
        return Results.names().contains(name)
                || (name.startsWith("books/") && PackWriter.names().contains(name));
    }
}
