package org.assay.db.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code assay-books}: needs a database and no server.
 *
 * <p>Exit codes: 0 as wished, 1 the books are not as they were sealed, 2 they cannot be read or the command was refused,
 * 3 a bug.
 */
@Command(
        name = "assay-books",
        description = "Looks after the books without the server.",
        mixinStandardHelpOptions = true,
        versionProvider = AssayBooks.Version.class,
        subcommands = {VerifyCommand.class, RootCommand.class, MigrateCommand.class, DropYearCommand.class})
public final class AssayBooks {
    static final int TIES = 0;
    static final int DIFFERS = 1;
    static final int REFUSED = 2;
    static final int BUG = 3;

    private AssayBooks() {}

    public static void main(String[] args) {
        int exit = run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
        System.exit(exit);
    }

    /** The command as a function, for tests: what it prints goes to the writers given. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new AssayBooks())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((e, line, parsed) -> fail(e, err));
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
        if (e instanceof SQLException || e instanceof IOException || e instanceof FlywayException) {
            err.println("assay-books: " + e.getMessage());
            return REFUSED;
        }
        err.println("assay-books: this is a bug, please report it with the lines below: " + e);
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
                "assay-books "
                        + Optional.ofNullable(AssayBooks.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
