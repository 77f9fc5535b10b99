package org.assay.db.command;

import java.util.concurrent.Callable;
import org.assay.db.Migrator;
import org.assay.pack.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = "Brings a database to the schema of this build, as the owner of its schemas.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions owner;

    @Option(
            names = "--app",
            paramLabel = "USER",
            defaultValue = "assay_app",
            description = "The user of the server, which is granted what it needs; assay_app by default.")
    private String app;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Migrator.migrate(owner.open(), app);
        spec.commandLine().getOut().println("the schema is that of this build");
        return Program.TIES;
    }
}
