package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.launcher.Database;
import org.assay.launcher.Home;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server on a PostgreSQL that is not its launcher's: the database is killed while the server strikes and comes back,
 * and nobody touches the server. Its pools connect again by themselves, and the night ends as an undisturbed one.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
class DatabaseGoneIT {
    private static final String BEFORE_ALL = "2026-01-05T00:00:00Z";
    private static final String KNOWN = "2026-05-30T20:00:00Z";
    private static final String STRIKES = "select count(*) from assay.strike";
    private static final int ALL = 102;

    /** Strikes between one kill and the next. */
    private static final int BETWEEN = 15;

    private final int port = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void a_server_strikes_on_when_its_database_is_back() throws Exception {
        try (Home books = Home.take(folder.resolve("books"))) {
            Database database = Database.start(books, Optional.of(port));
            try {
                bring(database);
                try (Launched running = launch("night", database, KNOWN, "assay.demo=false")) {
                    for (int round = 0; round < rounds(); round++) {
                        database = killAndStart(books, database);
                    }
                    await(ALL);
                    running.interrupt();
                    running.awaitEnd();
                }
                checkBooks();
            } finally {
                database.close();
            }
        }
    }

    /** Once in every build; five times when the drill is asked for. */
    private static int rounds() {
        return System.getProperty("assay.drill", "").equals("crash") ? 5 : 1;
    }

    /** The fund comes at a moment when nothing of it is due. */
    private void bring(Database database) throws Exception {
        try (Launched first = launch("bring", database, BEFORE_ALL, "assay.demo=ill-compute", "assay.exit=true")) {
            first.awaitEnd();
            try (Gates gates = Gates.open(port)) {
                assertThat(gates.rows("select id from assay.fund"))
                        .as(first.said())
                        .containsExactly("ILL-COMPUTE");
                assertThat(gates.number(STRIKES)).isZero();
            }
        }
    }

    private Database killAndStart(Home books, Database database) throws Exception {
        long struck;
        try (Gates gates = Gates.open(port)) {
            long before = gates.number(STRIKES);
            gates.awaitStrikeAfter(Math.min(ALL - BETWEEN, before + (before == 0 ? 0 : BETWEEN)));
            struck = gates.number(STRIKES);
            kill(books.folder().resolve("db/postmaster.pid"));
        }
        long killed = System.nanoTime();
        database.close();
        Database again = Database.start(books, Optional.of(port));
        double down = seconds(killed);
        try (Gates gates = Gates.open(port)) {
            assertThat(gates.number(STRIKES)).as("strikes of before the kill").isBetween(struck, (long) ALL);
            gates.awaitStrikeAfter(gates.number(STRIKES));
            System.out.printf(
                    "database killed at %s strikes, back after %.2f s, next strike after %.2f s%n",
                    Long.toString(struck), down, seconds(killed));
        }
        return again;
    }

    private static void kill(Path pidFile) throws IOException {
        ProcessHandle postgres = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip().split("\\s")[0]))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postgres));
        all.addAll(postgres.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void await(int strikes) throws Exception {
        try (Gates gates = Gates.open(port)) {
            gates.awaitStrikeAfter(strikes - 1);
        }
    }

    private void checkBooks() throws Exception {
        Path golden = Path.of(System.getProperty("assay.root"), "ejb/pack/src/test/resources/demo/digest.txt");
        try (Gates gates = Gates.open(port)) {
            assertThat(gates.rows("select date || ' ' || version || ' inputs ' || inputs || ' result ' || result"
                            + " from assay.strike order by date"))
                    .containsExactlyElementsOf(Files.readAllLines(golden));
        }
    }

    private Launched launch(String name, Database database, String clock, String... more) throws IOException {
        List<String> properties = new ArrayList<>(List.of(
                "assay.home=" + folder.resolve("house"),
                "assay.port=" + Ports.anyFree(),
                "assay.management.port=" + Ports.anyFree()));
        properties.addAll(List.of(more));
        Map<String, String> environment = new TreeMap<>(database.address().environment());
        environment.put("ASSAY_CLOCK", clock);
        return Launched.start(folder.resolve(name + ".txt"), properties, environment);
    }
}
