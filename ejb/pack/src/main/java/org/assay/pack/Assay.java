package org.assay.pack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    static final int TIES = 0;
    static final int DIFFERS = 1;
    static final int REFUSED = 2;
    static final int BUG = 3;

    private Assay() {}

    public static void main(String[] args) {
        int exit = run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
        System.exit(exit);
    }

    /** The command as a function, for tests: what it prints goes to the writers given. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Assay())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((e, line, parsed) -> fail(e, err));
        // A subcommand alone says nothing: show what there is.
        int exit = args.length == 0 ? usage(command, err) : command.execute(args);
        out.flush();
        err.flush();
        return exit;
    }

    private static int usage(CommandLine command, PrintWriter err) {
        command.usage(err);
        return REFUSED;
    }

    private static int fail(Exception e, PrintWriter err) {
        if (e instanceof Refused refused) {
            refused.reasons().forEach(reason -> err.println("assay: " + reason));
            return REFUSED;
        }
        err.println("assay: this is a bug, please report it with the lines below: " + e);
        e.printStackTrace(err);
        return BUG;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** As the build stamped it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "assay "
                        + Optional.ofNullable(Assay.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
