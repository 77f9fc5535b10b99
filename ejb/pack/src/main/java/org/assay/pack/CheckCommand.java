package org.assay.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Looks for prices that stand alone and exchange days without a settlement; prints what it finds.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends PackCommand {
    @Option(
            names = "--known",
            paramLabel = "INSTANT",
            description = "Nothing recorded later is looked at; all of the pack if absent.")
    private Optional<Instant> known = Optional.empty();

    @Override
    int work(FundPack pack, PackFiles files) {
        List<Finding> findings = Intake.check(pack, known.orElse(pack.manifest().known()));
        if (findings.isEmpty()) {
            return Program.TIES;
        }
        out().print(Intake.csv(findings));
        return Program.DIFFERS;
    }
}
