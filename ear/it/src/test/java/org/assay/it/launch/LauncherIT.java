package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started on nothing, killed at the worst moment, started again: the books are there and nothing is left running. */
class LauncherIT {
    private static final Duration STOP = Duration.ofSeconds(20);

    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();
    private final int databasePort = Ports.anyFree();
    private Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("home");
    }

    /** What a failed test left running: known by our folder in its command, since a number may be a stranger's by now. */
    @AfterEach
    void endAll() throws IOException {
        for (ProcessHandle process : processes()) {
            if (process.info().commandLine().orElse("").contains(home.toString())) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void killed_at_any_time_it_starts_again_with_its_books() throws Exception {
        ProcessHandle firstServer;
        try (Launched first = launch("first")) {
            first.awaitUp();
            sql("create table public.kept (id int)", "insert into public.kept values (42)");
            assertThat(refusedInUse()).contains("in use by a running launcher");
            firstServer = process("server.pid");
            first.kill();
        }
        assertThat(firstServer.isAlive())
                .as("a killed launcher leaves its server")
                .isTrue();

        try (Launched second = launch("second")) {
            second.awaitUp();
            assertThat(firstServer.isAlive()).as("the next one stops it").isFalse();
            assertThat(kept()).isEqualTo(42);
            process("server.pid").destroyForcibly();
            process("db/postmaster.pid").destroyForcibly();
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.said()).contains("has ended by itself");
        }

        try (Launched third = launch("third")) {
            third.awaitUp();
            assertThat(kept()).isEqualTo(42);
            List<ProcessHandle> running = processes();
            assertThat(running).hasSize(2);
            long stopped = System.nanoTime();
            third.interrupt();
            third.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(STOP);
            assertThat(running).allSatisfy(LauncherIT::isGone);
        }
    }

    @Test
    void a_taken_port_is_told_before_anything_is_started() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Launched refused = launch("refused")) {
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.said().lines())
                    .containsExactly(
                            "Port %s is taken by another program: stop that, or move ours by -Dassay.port=<port>."
                                    .formatted(taken.getLocalPort()));
            assertThat(home.resolve("db")).doesNotExist();
        }
    }

    private Launched launch(String name) throws IOException {
        return Launched.start(
                folder.resolve(name + ".txt"),
                List.of(
                        "assay.home=" + home,
                        "assay.port=" + port,
                        "assay.management.port=" + managementPort,
                        "assay.db.port=" + databasePort,
                        "assay.demo=false"),
                Map.of());
    }

    private String refusedInUse() throws Exception {
        try (Launched other = launch("other")) {
            assertThat(other.awaitEnd()).isEqualTo(2);
            return other.said();
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private int kept() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet kept = sql.executeQuery("select id from public.kept")) {
            assertThat(kept.next()).isTrue();
            return kept.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return BooksAsked.connect(databasePort);
    }

    private List<ProcessHandle> processes() throws IOException {
        var processes = new ArrayList<ProcessHandle>();
        for (String file : List.of("server.pid", "db/postmaster.pid")) {
            if (Files.exists(home.resolve(file))) {
                pid(file).ifPresent(processes::add);
            }
        }
        return processes;
    }

    private ProcessHandle process(String file) throws IOException {
        return pid(file).orElseThrow();
    }

    /** The first number of the file. */
    private Optional<ProcessHandle> pid(String file) throws IOException {
        String number = Files.readString(home.resolve(file)).strip().split("\\s")[0];
        return ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive);
    }

    private static void isGone(ProcessHandle process) {
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException still) {
            if (hasEnded(process)) {
                return;
            }
            throw new AssertionError("Still running: " + process.info(), still);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** It ended, and the machine's first process has not yet taken note of it: such a one has no program any more. */
    private static boolean hasEnded(ProcessHandle process) {
        return process.info().command().isEmpty();
    }
}
