package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.pack.demo.IllustrativeFund;
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

    @Override
    public Integer call() throws IOException {
        PackCommand.fill(
                out,
                ExportCommand::isOurs,
                folder -> PackWriter.toFolder(PackWriter.sealed(IllustrativeFund.pack()), folder));
        return Assay.TIES;
    }
}
