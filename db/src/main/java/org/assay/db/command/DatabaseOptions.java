package org.assay.db.command;

import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** Which database, and as whom. A password on a command line is read by everybody on the machine, so it is no option. */
final class DatabaseOptions {
    private static final String PASSWORD = "ASSAY_DB_PASSWORD";

    @Option(
            names = "--url",
            required = true,
            defaultValue = "${env:ASSAY_DB_URL}",
            description = "jdbc:postgresql://HOST:PORT/DATABASE; without it, ASSAY_DB_URL of the environment.")
    private String url;

    @Option(
            names = "--user",
            required = true,
            defaultValue = "${env:ASSAY_DB_USER}",
            description = "Without it, ASSAY_DB_USER. The password is " + PASSWORD + " of the environment.")
    private String user;

    DataSource open() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        Optional.ofNullable(System.getenv(PASSWORD)).ifPresent(database::setPassword);
        return database;
    }

    String user() {
        return user;
    }
}
