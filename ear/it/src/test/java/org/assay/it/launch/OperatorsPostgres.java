package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.launcher.Ports;

/**
 * A PostgreSQL as an operator runs it, by the programs of the machine: with an archive of its log, backups and restores, as
 * docs/operations.md tells. The folder of the programs is property {@code assay.postgres}.
 */
final class OperatorsPostgres implements AutoCloseable {
    private static final Path PROGRAMS = Path.of(System.getProperty("assay.postgres", "/usr/lib/postgresql/15/bin"));
    private static final String USER = "postgres";

    private final Path data;
    private final int port = Ports.anyFree();

    private OperatorsPostgres(Path data) {
        this.data = data;
    }

    static boolean isHere() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    /** An empty one; {@code data} and its settings lie in a folder its user may enter. */
    static OperatorsPostgres make(Path data, List<String> settings) throws IOException, SQLException {
        OperatorsPostgres postgres = new OperatorsPostgres(data);
        own(data);
        run("initdb", "-D", data.toString(), "-A", "trust", "-U", USER, "--locale=C", "-E", "UTF8");
        postgres.set(settings);
        postgres.start();
        try (Connection connection = postgres.connect("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("create role assay_owner login");
            sql.execute("create role assay_app login");
            sql.execute("create database assay owner assay_owner");
            sql.execute("revoke all on database assay from public");
            sql.execute("grant connect, temporary on database assay to assay_app");
        }
        return postgres;
    }

    /** Of a copy of a backup that lies in {@code data}. */
    static OperatorsPostgres restore(Path data, List<String> settings) throws IOException {
        OperatorsPostgres postgres = new OperatorsPostgres(data);
        Files.createFile(data.resolve("recovery.signal"));
        postgres.set(settings);
        run("chown", "-R", USER, data.toString());
        postgres.start();
        return postgres;
    }

    /** A folder of the user it runs as. */
    static void own(Path folder) throws IOException {
        Files.createDirectories(folder);
        run("chown", USER, folder.toString());
        run("chmod", "700", folder.toString());
    }

    void backup(Path to) throws IOException {
        own(to);
        run(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                USER,
                "-D",
                to.toString(),
                "-c",
                "fast");
    }

    private void set(List<String> settings) throws IOException {
        List<String> lines = new ArrayList<>(settings);
        lines.add("port = " + port);
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("unix_socket_directories = ''");
        Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    }

    void start() throws IOException {
        run("pg_ctl", "-D", data.toString(), "-l", data.resolve("log.txt").toString(), "-w", "-t", "120", "start");
    }

    void stop() throws IOException {
        run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
    }

    /** Whether it answers. */
    boolean isUp() {
        try (Connection connection = connect("assay")) {
            return connection.isValid(5);
        } catch (SQLException down) {
            return false;
        }
    }

    /** As an operator does who finds it ended. One that recovers by itself is given a moment. */
    void startIfItEnded() throws IOException, InterruptedException {
        for (int tries = 0; tries < 20 && !isUp(); tries++) {
            Thread.sleep(500);
        }
        if (!isUp()) {
            start();
        }
    }

    /** For the server. */
    Map<String, String> environment() {
        return Map.of(
                "ASSAY_DB_URL", url("assay"),
                "ASSAY_DB_USER", "assay_app",
                "ASSAY_DB_PASSWORD", "trusted",
                "ASSAY_DB_OWNER", "assay_owner",
                "ASSAY_DB_OWNER_PASSWORD", "trusted");
    }

    /** As its superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect("assay")) {
            return BooksAsked.rows(connection, sql);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s?reWriteBatchedInserts=true"
                .formatted(Integer.toString(port), database);
    }

    private static void run(String program, String... arguments) throws IOException {
        boolean isOurs = Files.isExecutable(PROGRAMS.resolve(program));
        // PostgreSQL refuses to run as root.
        List<String> command = new ArrayList<>(isOurs ? List.of("runuser", "-u", USER, "--") : List.of());
        command.add(isOurs ? PROGRAMS.resolve(program).toString() : program);
        Stream.of(arguments).forEach(command::add);
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.onExit().join();
        assertThat(process.exitValue())
                .as("%s: %s", command, Files.readString(said))
                .isZero();
        Files.delete(said);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            stop();
        }
    }
}
