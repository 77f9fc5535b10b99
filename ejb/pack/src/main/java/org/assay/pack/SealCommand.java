package org.assay.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.Manifest;
import org.assay.pack.fund.PackSeal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "seal",
        description = "Writes the SHA-256 of every input file into pack.json, so that a change shows.",
        mixinStandardHelpOptions = true)
final class SealCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PACK", description = "A fund pack: a folder, or a zip of one.")
    private Path path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PackCommand.open(path).close();
        Parsed<Manifest> sealed = PackSeal.seal(path);
        if (!sealed.failures().isEmpty()) {
            throw Refused.because(sealed.failures());
        }
        sealed.rows()
                .get(0)
                .files()
                .ifPresent(files -> spec.commandLine().getOut().println("sealed %s files".formatted(files.size())));
        return Program.TIES;
    }
}
