package org.assay.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Explanation;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--known",
            paramLabel = "INSTANT",
            description = "What every strike may know; what a scheduled one does if absent.")
    private Optional<Instant> known = Optional.empty();

    @Override
    int work(FundPack pack, PackFiles files) {
        Explanation.of(pack, date, known, figure).lines().forEach(out()::println);
        return Assay.TIES;
    }
}
