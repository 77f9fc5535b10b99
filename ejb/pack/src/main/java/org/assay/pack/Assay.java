package org.assay.pack;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code assay}: strikes, replays and verifies fund packs without a server or a database. This is what an
 * auditor runs.
 *
 * <p>Exit codes: 0 it ties, 1 it differs or something was found, 2 the input was refused, 3 a bug.
 */
@Command(
        name = "assay",
        description = "Strikes, replays and verifies fund packs, without a server or a database.",
        mixinStandardHelpOptions = true,
        versionProvider = Assay.Version.class,
        subcommands = {
            StrikeCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            EvidenceCommand.class,
            ExportCommand.class,
            SealCommand.class,
            CheckCommand.class,
            TrailCommand.class,
            DemoCommand.class
        })
public final class Assay {
    private static final Program PROGRAM =
            new Program(new Assay(), e -> e instanceof Refused refused ? refused.reasons() : List.of());

    private Assay() {}

    public static void main(String[] args) {
        PROGRAM.end(args);
    }

    /** The command as a function, for tests: what it prints goes to the writers given. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return PROGRAM.run(out, err, args);
    }

    /** As the build stamped it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return Program.version("assay", Assay.class);
        }
    }
}
