package org.assay.pack;

import java.time.LocalDate;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trail",
        description = "Says why a figure is what it is, down to facts and prices with their file and line.",
        mixinStandardHelpOptions = true)
final class TrailCommand extends PackCommand {
    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The day of the figure.")
    private LocalDate date;

    @Option(
            names = "--figure",
            required = true,
            paramLabel = "FIGURE",
            description =
                    "nav_per_share:CLASS, net_assets, net_assets:CLASS, account:CODE, position:INSTRUMENT, lot:ID.")
    private String figure;

    @Mixin
    private KnownOption known;

    @Override
    int work(FundPack pack, PackFiles files) {
        Explanation.of(pack, date, known.get(), figure).lines().forEach(out()::println);
        return Program.TIES;
    }
}
