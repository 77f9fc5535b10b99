package org.assay.pack;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.evidence.EvidenceFiles;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackTooLarge;
import org.assay.pack.replay.OutputFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A subcommand that works on a pack, or on the one inside evidence: it is read whole, or every reason why it cannot be is
 * said.
 */
abstract class PackCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PACK", description = "A fund pack or evidence: a folder, or a zip of one.")
    private Path path;

    @Spec
    private CommandSpec spec;

    /** @return the exit code */
    abstract int work(FundPack pack, PackFiles files) throws IOException;

    /** For what is more than a pack; empty when it is none. */
    Optional<Integer> workWhole(PackFiles files) throws IOException {
        return Optional.empty();
    }

    @Override
    public final Integer call() throws IOException {
        try (PackFiles files = open(path)) {
            Optional<Integer> whole = workWhole(files);
            if (whole.isPresent()) {
                return whole.get();
            }
            PackFiles inside = EvidenceCheck.isEvidence(files) ? files.in(EvidenceFiles.PACK) : files;
            FundPack pack = read(inside);
            try {
                return work(pack, inside);
            } catch (FundException e) {
                throw Refused.because(e, pack.origins());
            }
        }
    }

    static PackFiles open(Path path) throws IOException {
        try {
            return PackFiles.open(path);
        } catch (NoSuchFileException | ZipException e) {
            throw Refused.because("%s: expected a folder, or a zip of one (%s)".formatted(path, e.getMessage()));
        } catch (PackTooLarge e) {
            throw Refused.because(e.getMessage());
        }
    }

    private FundPack read(PackFiles files) {
        Parsed<FundPack> parsed = PackReader.read(files);
        if (!parsed.failures().isEmpty()) {
            throw Refused.because(parsed.failures());
        }
        FundPack pack = parsed.rows().get(0);
        if (!pack.manifest().isSealed()) {
            err().println("note: the pack is not sealed");
        }
        return pack;
    }

    /** Fills a folder that is not part of the pack: a pack with results inside would be refused ever after. */
    final void fillOutside(Path folder, Predicate<String> isOurs, Filling filling) throws IOException {
        if (folder.toAbsolutePath().normalize().startsWith(path.toAbsolutePath().normalize())) {
            throw Refused.because("%s: expected a folder outside the pack %s".formatted(folder, path));
        }
        fill(folder, isOurs, filling);
    }

    /** Fills a folder whole, or leaves it as it was. */
    static void fill(Path folder, Predicate<String> isOurs, Filling filling) throws IOException {
        try (OutputFolder output = OutputFolder.open(folder, isOurs)) {
            filling.fill(output.draft());
            output.keep();
        } catch (FileAlreadyExistsException e) {
            throw Refused.because("%s: expected no such folder, an empty one, or one that holds only what this command"
                            .formatted(folder)
                    + " wrote before; there is " + e.getFile());
        }
    }

    /** What writes into a folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** For reasons: why it is refused, where it differs. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
