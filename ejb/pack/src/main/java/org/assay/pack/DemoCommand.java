package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.pack.demo.IllustrativeFund;
import org.assay.pack.demo.LivingDemo;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Writes the illustrative fund: invented, sealed, the same on every machine.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pack goes.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Instead: a small fund ILL-SMALL-N of that seed, one of as many as a drill needs.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--living",
            description =
                    "Instead: the demo of the server, three funds with a year of history and what waits for a visitor.")
    private boolean living;

    @Override
    public Integer call() throws IOException {
        if (living) {
            PackCommand.fill(out, LivingDemo::isOurs, folder -> PackWriter.toFolder(LivingDemo.files(), folder));
            return Program.TIES;
        }
        FundPack pack = seed.map(number -> SmallFund.of(number).pack()).orElseGet(IllustrativeFund::pack);
        PackCommand.fill(out, ExportCommand::isOurs, folder -> PackWriter.toFolder(PackWriter.sealed(pack), folder));
        return Program.TIES;
    }
}
