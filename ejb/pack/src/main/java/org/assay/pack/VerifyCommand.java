package org.assay.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.evidence.Signer;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.replay.Difference;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Strikes evidence again and compares every file of its results, byte for byte.",
            "Of evidence from a server also every hash, the signature and the chain; of a pack, its seal."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand extends PackCommand {
    private static final int SHOWN = 20;

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "The public key that must have signed; its fingerprint is printed if absent.")
    private Optional<Path> key = Optional.empty();

    /** Evidence holds a pack, and more. */
    @Override
    Optional<Integer> workWhole(PackFiles files) throws IOException {
        return EvidenceCheck.isEvidence(files)
                ? Optional.of(tell(EvidenceCheck.of(files, demanded())))
                : Optional.empty();
    }

    private Optional<Signer> demanded() throws IOException {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(key.get())) {
            throw Refused.because("%s: expected a file with a public key".formatted(key.get()));
        }
        return Optional.of(Signer.read(Files.readAllBytes(key.get()))
                .orElseThrow(() -> Refused.because(
                        "%s: expected an Ed25519 public key in PEM, as signer.pem has it".formatted(key.get()))));
    }

    private int tell(EvidenceCheck check) {
        new EvidenceSummary(check).print(out());
        // One that has many must not hide another that has one.
        check.checks().forEach(each -> tell(each.flaws()));
        if (!check.ties()) {
            err().println("the evidence differs; places: %s"
                    .formatted(check.flaws().size()));
            return Program.DIFFERS;
        }
        if (key.isEmpty()) {
            out().println("fingerprint of the signer: "
                    + check.signer().orElseThrow().fingerprint());
            out().println("Anybody can draw a key: compare it with the one its house told you by another way.");
        }
        out().println("TIES");
        return Program.TIES;
    }

    @Override
    int work(FundPack pack, PackFiles files) {
        if (key.isPresent()) {
            throw Refused.because("--key: expected evidence that is signed, and this is a pack by itself");
        }
        StrikeRange range = pack.manifest()
                .strikes()
                .filter(strikes -> !files.expected().isEmpty())
                .orElseThrow(() -> Refused.because(
                        "pack.json: expected \"strikes\" and results in expected/, as assay evidence writes them"));
        Summary summary = new Summary();
        List<Difference> differences = Evidence.verify(files, Run.of(pack, range), summary);
        tell(differences.stream().map(Difference::toString).toList());
        if (!differences.isEmpty()) {
            err().println("%s differs; places: %s".formatted(pack.fund().fund(), differences.size()));
            return Program.DIFFERS;
        }
        summary.print(out());
        out().println("%s ties: %s files are the same to the last byte"
                .formatted(pack.fund().fund(), files.expected().size()));
        return Program.TIES;
    }

    private void tell(List<String> differences) {
        differences.stream().limit(SHOWN).forEach(err()::println);
        if (differences.size() > SHOWN) {
            err().println("and %s more".formatted(differences.size() - SHOWN));
        }
    }
}
