package org.assay.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL of our own in the home folder, with the same two users a production database has.
 *
 * <p>It listens on the loopback address only and trusts who comes from there: it is for one person's machine. Its data
 * are kept, so it syncs them to disk, which its maker, who builds for tests, turns off.
 */
public final class Database implements AutoCloseable {
    /** Of the programs in the root pom; a data folder of another one cannot be read by them. */
    static final String MAJOR = "17";

    private static final String NAME = "assay";
    private static final String OWNER = "assay_owner";
    private static final String USER = "assay_app";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres postgres;

    private Database(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /** Starts it, making data, users and database where they are missing. */
    public static Database start(Home home, Optional<Integer> wantedPort) {
        Path data = home.database();
        mustBeReadable(data);
        mustBeAllowed();
        try {
            stopRemnant(home, data);
            if (!Files.exists(data)) {
                make(home, data);
            }
            var postgres = start(home, data, port(home, wantedPort));
            furnish(postgres);
            return new Database(data, postgres);
        } catch (IOException | IllegalStateException failed) {
            throw new Refusal(
                    "PostgreSQL does not start (%s): read %s, or point %s at a PostgreSQL of yours."
                            .formatted(failed.getMessage(), log(home), DatabaseAddress.URL),
                    failed);
        }
    }

    public DatabaseAddress address() {
        String url = "jdbc:postgresql://127.0.0.1:%s/%s?reWriteBatchedInserts=true".formatted(postgres.getPort(), NAME);
        // Whoever reaches the loopback address is trusted; the passwords are asked for nowhere.
        return new DatabaseAddress(url, USER, USER, OWNER, OWNER);
    }

    boolean isRunning() {
        return postmaster(data).isPresent();
    }

    /** Rolls back what is open, writes a checkpoint, ends. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL in " + data + " did not stop", failed);
        }
    }

    /** Beside its place, and moved there when it is whole: a start cut short leaves nothing that looks like books. */
    private static void make(Home home, Path data) throws IOException {
        Path half = data.resolveSibling("db.new");
        stopRemnant(home, half);
        Folders.delete(half);
        try (var postgres = start(home, half, Ports.anyFree())) {
            furnish(postgres);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres start(Home home, Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(home.databasePrograms().toFile())
                .setCleanDataDirectory(false)
                // Ours stops the server first; theirs would take the database away from under it.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setOutputRedirector(Redirect.appendTo(log(home).toFile()))
                .setErrorRedirector(Redirect.appendTo(log(home).toFile()))
                .start();
    }

    static Path log(Home home) {
        return home.folder().resolve("postgres.log");
    }

    /**
     * One that a killed launcher left running is stopped and started anew: it has open sessions of a server that is
     * gone, and perhaps settings of an older launcher.
     */
    private static void stopRemnant(Home home, Path data) throws IOException {
        Optional<Postmaster> running = postmaster(data);
        if (running.isPresent()) {
            start(home, data, running.get().port()).close();
        }
    }

    private static int port(Home home, Optional<Integer> wanted) throws IOException {
        if (wanted.isPresent()) {
            Ports.mustBeFree(wanted.get(), "assay.db.port");
            return wanted.get();
        }
        // The same one each time, where it can be, so that a console of the developer finds it again.
        Path kept = home.folder().resolve("db.port");
        if (Files.exists(kept)) {
            String text = Files.readString(kept).strip();
            if (text.matches("[0-9]{4,5}") && Ports.isFree(Integer.parseInt(text))) {
                return Integer.parseInt(text);
            }
        }
        int port = Ports.anyFree();
        Files.writeString(kept, String.valueOf(port));
        return port;
    }

    private static void mustBeReadable(Path data) {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        try {
            String major = Files.readString(version).strip();
            if (!major.equals(MAJOR)) {
                throw new Refusal(
                        "%s was written by PostgreSQL %s and ours is %s: move the folder away, or choose another by -Dassay.home=<folder>."
                                .formatted(data, major, MAJOR));
            }
        } catch (IOException unreadable) {
            throw new Refusal("%s cannot be read: give the right to.".formatted(version), unreadable);
        }
    }

    /** PostgreSQL refuses to run as root; there its maker puts it into a user namespace, which some machines forbid. */
    private static void mustBeAllowed() {
        if (!System.getProperty("user.name").equals("root")
                || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        boolean allowed;
        try {
            allowed = new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            allowed = false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            allowed = false;
        }
        if (!allowed) {
            throw new Refusal("PostgreSQL does not run as root and this machine forbids user namespaces:"
                    + " run this as an ordinary user, or point " + DatabaseAddress.URL + " at a PostgreSQL.");
        }
    }

    private static void furnish(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String role : List.of(OWNER, USER)) {
                if (isMissing(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    sql.execute("create role " + role + " login password '" + role + "'");
                }
            }
            if (isMissing(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                sql.execute("create database " + NAME + " owner " + OWNER + " encoding 'UTF8' template template0");
            }
            // A table the application could make would be one it could also change: it makes none anywhere.
            sql.execute("revoke all on database " + NAME + " from public");
            sql.execute("grant connect, temporary on database " + NAME + " to " + USER);
        } catch (SQLException failed) {
            throw new IllegalStateException("users and database cannot be made: " + failed.getMessage(), failed);
        }
        try (Connection connection = postgres.getDatabase("postgres", NAME).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("revoke all on schema public from public");
        } catch (SQLException failed) {
            throw new IllegalStateException("the schema public cannot be closed: " + failed.getMessage(), failed);
        }
    }

    private static boolean isMissing(Statement sql, String question) throws SQLException {
        try (ResultSet found = sql.executeQuery(question)) {
            return !found.next();
        }
    }

    private record Postmaster(int port) {}

    /** Lines of {@code postmaster.pid}: process, folder, start, port. */
    private static Optional<Postmaster> postmaster(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    // After a restart of the machine the number may be a stranger's.
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .map(process -> new Postmaster(Integer.parseInt(lines.get(3).strip())));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
