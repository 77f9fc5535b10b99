package org.assay.db.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.assay.pack.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drop-year",
        description = {
            "Drops what was struck in a year, as the owner of the schemas: for good.",
            "Only a year that is published whole, and after which every one of its funds was struck."
        },
        mixinStandardHelpOptions = true)
final class DropYearCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "YEAR")
    private int year;

    @Mixin
    private DatabaseOptions owner;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        try (Connection connection = owner.open().getConnection();
                PreparedStatement drop = connection.prepareStatement("select assay.drop_year(?)")) {
            drop.setInt(1, year);
            try (ResultSet row = drop.executeQuery()) {
                row.next();
                spec.commandLine()
                        .getOut()
                        .println("%s strikes of %s were dropped; their places in the chain stay"
                                .formatted(Integer.toString(row.getInt(1)), Integer.toString(year)));
            }
        }
        return Program.TIES;
    }
}
