package org.assay.db.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.db.chain.Flaw;
import org.assay.db.chain.RootFolder;
import org.assay.db.chain.Verdict;
import org.assay.db.chain.Verifier;
import org.assay.pack.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Reads the books and says whether they are as they were sealed; names the first row that is not.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--roots", paramLabel = "FOLDER", description = "Roots that were kept elsewhere, to compare with.")
    private Optional<Path> roots = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        if (roots.isPresent() && !Files.isDirectory(roots.get())) {
            throw new NoSuchFileException(roots.get() + ": expected a folder of roots");
        }
        try (Connection connection = database.open().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Verdict verdict = Verifier.verify(connection, roots.map(RootFolder::new));
            connection.rollback();
            return tell(verdict);
        }
    }

    private int tell(Verdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        out.println("%s links, %s rows, %s roots; %s rows a second"
                .formatted(
                        number(verdict.links()),
                        number(verdict.rows()),
                        number(verdict.roots()),
                        number(verdict.rowsPerSecond())));
        if (verdict.droppedLinks() > 0) {
            out.println("%s links are of years that were dropped: their places hold, their rows are gone"
                    .formatted(number(verdict.droppedLinks())));
        }
        if (verdict.ties()) {
            out.println("the books are as they were sealed"
                    + (verdict.roots() == 0 ? "; without roots from elsewhere, nobody knows which seals" : ""));
            return Program.TIES;
        }
        verdict.flaws().stream().limit(SHOWN).map(Flaw::toString).forEach(err::println);
        if (verdict.flawsFound() > SHOWN) {
            err.println("and %s more".formatted(number(verdict.flawsFound() - SHOWN)));
        }
        err.println("the books are NOT as they were sealed; the first place is named first");
        return Program.DIFFERS;
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
