package org.assay.db.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.db.chain.ChainState;
import org.assay.db.chain.RootFolder;
import org.assay.pack.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "root",
        description = "Writes the heads of all chains into the next file of a folder that is kept elsewhere.",
        mixinStandardHelpOptions = true)
final class RootCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where roots are kept.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        try (Connection connection = database.open().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ChainState state = ChainState.read(connection, Optional.empty());
            Instant at = now(connection);
            connection.rollback();
            Optional<Path> file =
                    new RootFolder(folder).write(at.atOffset(ZoneOffset.UTC).toLocalDate(), at, state);
            spec.commandLine()
                    .getOut()
                    .println(file.map(Path::toString).orElse("another root was written at the same time"));
            return Program.TIES;
        }
    }

    /** By the clock of the database: there is no other here. */
    private static Instant now(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
