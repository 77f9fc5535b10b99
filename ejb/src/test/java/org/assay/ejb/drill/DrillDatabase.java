package org.assay.ejb.drill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assay.db.Migrator;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with our schema that syncs to disk as production does, and can be killed and started again. */
final class DrillDatabase implements AutoCloseable {
    static final String BOOKS = "books";
    private static final String OWNER = "assay_owner";
    private static final String APPLICATION = "assay_app";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path program;
    private final Path data;
    private final Path log;
    private final int port;
    private Process postgres;

    private DrillDatabase(Path program, Path data, int port) throws IOException {
        this.program = program;
        this.data = data;
        this.log = data.resolveSibling("postgres.log");
        this.port = port;
        postgres = launch();
        // The test may be ended too; its database must not stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    static DrillDatabase make(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("db");
        Path programs = folder.resolve("programs");
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start()
                .close();
        DrillDatabase database = new DrillDatabase(program(programs), data, freePort());
        database.awaitUp();
        database.furnish();
        return database;
    }

    private static Path program(Path programs) throws IOException {
        try (Stream<Path> found = Files.find(programs, 4, (file, what) -> file.endsWith("bin/postgres"))) {
            return found.findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void furnish() throws SQLException {
        execute("postgres", "create role %s login".formatted(OWNER), "create role %s login".formatted(APPLICATION));
        execute("postgres", "create database %s owner %s".formatted(BOOKS, OWNER));
        Migrator.migrate(source(BOOKS, OWNER), APPLICATION);
    }

    int port() {
        return port;
    }

    /** As the application, past the wire. */
    Connection application(String database) throws SQLException {
        return source(database, APPLICATION).getConnection();
    }

    /** As the superuser, who sees everything. */
    Connection superuser(String database) throws SQLException {
        return source(database, "postgres").getConnection();
    }

    static PGSimpleDataSource applicationSource(int port, String database, String name) {
        PGSimpleDataSource source = source(port, database, APPLICATION);
        source.setApplicationName(name);
        return source;
    }

    private PGSimpleDataSource source(String database, String user) {
        return source(port, database, user);
    }

    private static PGSimpleDataSource source(int port, String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:%s/%s".formatted(Integer.toString(port), database));
        source.setUser(user);
        return source;
    }

    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** As {@code kill -9} of all of it: first the one that would clean up after the others. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(List.of(postgres.toHandle()));
        all.addAll(postgres.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    void restart() throws IOException {
        postgres.onExit().join();
        postgres = launch();
    }

    /** It may refuse to start while the last of its killed processes still end: it is then started again. */
    void awaitUp() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start: read " + log);
            }
            if (!postgres.isAlive()) {
                postgres = launch();
            }
            Pause.millis(5);
        }
    }

    private boolean isUp() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Its folder is the test's, which throws it away. */
    @Override
    public void close() {
        kill();
        postgres.onExit().join();
    }
}
