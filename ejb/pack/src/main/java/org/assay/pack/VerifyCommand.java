package org.assay.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.replay.Difference;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.OutputFolder;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description = "Strikes an evidence pack again and compares every file of its results, byte for byte.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends PackCommand {
    private static final int SHOWN = 20;

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        StrikeRange range = pack.manifest()
                .strikes()
                .filter(strikes -> !files.expected().isEmpty())
                .orElseThrow(() -> Refused.because(
                        "pack.json: expected \"strikes\" and results in expected/, as assay evidence writes them"));
        Run run = Run.of(pack, range);
        Summary summary = new Summary();
        Path scratch = Files.createTempDirectory("assay-verify-");
        List<Difference> differences;
        try (OutputFolder fresh = OutputFolder.open(scratch.resolve("run"), name -> false)) {
            differences = Evidence.verify(pack, files, run, fresh.draft(), summary);
        } finally {
            Files.delete(scratch);
        }
        differences.stream().limit(SHOWN).forEach(err()::println);
        if (differences.size() > SHOWN) {
            err().println("and %s more".formatted(differences.size() - SHOWN));
        }
        if (!differences.isEmpty()) {
            err().println("%s differs; places: %s".formatted(pack.fund().fund(), differences.size()));
            return Program.DIFFERS;
        }
        summary.print(out());
        out().println("%s ties: %s files are the same to the last byte"
                .formatted(pack.fund().fund(), files.expected().size()));
        return Program.TIES;
    }
}
