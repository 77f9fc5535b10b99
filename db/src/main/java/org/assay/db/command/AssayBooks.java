package org.assay.db.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import org.assay.pack.Program;
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
    private static final Program PROGRAM = new Program(new AssayBooks(), AssayBooks::reasons);

    private AssayBooks() {}

    public static void main(String[] args) {
        PROGRAM.end(args);
    }

    /** The command as a function, for tests: what it prints goes to the writers given. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return PROGRAM.run(out, err, args);
    }

    private static List<String> reasons(Exception e) {
        boolean isRefused = e instanceof SQLException || e instanceof IOException || e instanceof FlywayException;
        return isRefused ? List.of(String.valueOf(e.getMessage())) : List.of();
    }

    /** As the build stamped it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return Program.version("assay-books", AssayBooks.class);
        }
    }
}
