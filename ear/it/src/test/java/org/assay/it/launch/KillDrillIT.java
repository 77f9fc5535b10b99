package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.it.launch.Gates.Gate;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of WildFly and of PostgreSQL at five named places each, one after the other in the life of one set of books:
 * nothing is lost, nothing is there twice, and every NAV has the digests of an undisturbed night.
 */
class KillDrillIT {
    private static final String KNOWN = "2026-05-30T20:00:00Z";
    private static final List<String> VICTIMS = List.of("server.pid", "db/postmaster.pid");

    private final int databasePort = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void killed_again_and_again_the_night_is_the_undisturbed_one() throws Exception {
        bring();
        LocalDate date = LocalDate.of(2026, 1, 12);
        for (Kill kill : kills()) {
            killAt(kill.at(), kill.victim(), date, "assay.demo=false");
            date = date.plusDays(10);
        }
        try (Launched last = launch("last", "assay.demo=true", "assay.exit=true")) {
            assertThat(last.awaitEnd()).as(last.said()).isZero();
        }
        checkBooks();
    }

    private record Kill(Gate at, String victim) {}

    /** Each place with each victim when all are asked for; else one each, where most is open. */
    private static List<Kill> kills() {
        if (!System.getProperty("assay.drill", "").equals("all")) {
            return List.of(new Kill(Gate.JOURNAL, VICTIMS.get(0)), new Kill(Gate.COMMIT, VICTIMS.get(1)));
        }
        return Stream.of(Gate.values())
                .flatMap(gate -> VICTIMS.stream().map(victim -> new Kill(gate, victim)))
                .toList();
    }

    /** The tables, the gates, the fund; its first strike stands at its head, and is killed there for a beginning. */
    private void bring() throws Exception {
        try (Launched first = launch("tables", "assay.demo=false")) {
            first.awaitUp();
            try (Gates gates = Gates.open(databasePort)) {
                gates.build();
            }
            first.interrupt();
            first.awaitEnd();
        }
        killAt(Gate.HEAD, VICTIMS.get(0), LocalDate.of(2026, 1, 5), "assay.demo=true");
    }

    private void killAt(Gate gate, String victim, LocalDate date, String demo) throws Exception {
        String name = "%s-%s-%s".formatted(gate, date, victim.replace('/', '-'));
        try (Launched running = launch(name, demo);
                Gates gates = Gates.open(databasePort)) {
            gates.close(gate, date);
            gates.awaitSomebodyAtIt();
            kill(victim);
            assertThat(running.awaitEnd()).as("%s: %s", name, running.said()).isEqualTo(1);
        }
    }

    private void kill(String pidFile) throws IOException {
        String pid = Files.readString(home().resolve(pidFile)).strip().split("\\s")[0];
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private Launched launch(String name, String... more) throws IOException {
        List<String> properties = new ArrayList<>(List.of(
                "assay.home=" + home(),
                "assay.port=" + Ports.anyFree(),
                "assay.management.port=" + Ports.anyFree(),
                "assay.db.port=" + databasePort));
        properties.addAll(List.of(more));
        return Launched.start(folder.resolve(name + ".txt"), properties, Map.of("ASSAY_CLOCK", KNOWN));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void checkBooks() throws Exception {
        Path root = Path.of(System.getProperty("assay.root"));
        List<String> golden = Files.readAllLines(root.resolve("ejb/pack/src/test/resources/demo/digest.txt"));
        try (Launched running = launch("check", "assay.demo=false")) {
            running.awaitUp();
            assertThat(rows("select date || ' ' || version || ' inputs ' || inputs || ' result ' || result"
                            + " from assay.strike order by date"))
                    .containsExactlyElementsOf(golden);
            // Of an undisturbed night: the lines of its journal.csv and movements.csv (BooksTest holds tables to
            // files).
            assertThat(rows("select count(*) from assay.journal")).containsExactly(lines("journal"));
            assertThat(rows("select count(*) from assay.movements")).containsExactly(lines("movements"));
            assertThat(rows("select kind from assay.report order by kind")).containsExactly("nav-pack", "workbook");
        }
    }

    /** The offline command's own count. */
    private String lines(String file) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("assay.root"));
        Path out = folder.resolve("offline");
        if (!Files.exists(out)) {
            Process replay = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            root.resolve("ejb/pack/target/assay.jar").toString(),
                            "replay",
                            root.resolve("ejb/pack/demo/ill-compute").toString(),
                            "--out",
                            out.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("offline.txt").toFile())
                    .start();
            assertThat(replay.waitFor()).isZero();
        }
        try (var lines = Files.lines(out.resolve(file + ".csv"))) {
            return Long.toString(lines.count() - 1);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/assay".formatted(Integer.toString(databasePort)),
                        "postgres",
                        "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
