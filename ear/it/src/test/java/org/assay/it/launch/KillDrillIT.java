package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.it.launch.Gates.Gate;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of WildFly, of PostgreSQL and of both, at named places and at moments of no name, one after the other in the
 * life of one set of books: nothing is lost, nothing is there twice, and every NAV has the digests of an undisturbed night.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = "all|crash")
class KillDrillIT {
    private static final String KNOWN = "2026-05-30T20:00:00Z";
    private static final int DAYS_BETWEEN = 7;
    private static final int TRIES = 10_000;

    /** Nothing is found by these, whatever was killed and wherever the night stands. */
    static final List<String> BROKEN = List.of(
            "select 'I1: struck twice ' || date from assay.strike group by fund, date having count(*) > 1",
            """
            select 'I1: half a strike ' || s.date from assay.strike s
            where not exists (select from assay.nav n where n.strike = s.id)
               or not exists (select from assay.journal j where j.strike = s.id)
               or not exists (select from derived.books d where d.strike = s.id)""",
            """
            select 'I2: out of balance ' || entry from assay.journal group by strike, entry, currency
            having sum(debit) <> sum(credit) or sum(local_amount) <> 0""",
            """
            select 'I3: lots are not what moved ' || fund || ' ' || instrument from (
                select s.fund, m.instrument, m.quantity from assay.movements m join assay.strike s on s.id = m.strike
                union all
                select s.fund, l.instrument, -l.quantity from derived.lots l join (
                    select distinct on (fund) fund, id from assay.strike order by fund, date desc) s on s.id = l.strike) moved
            group by fund, instrument having sum(quantity) <> 0""");

    private final List<String> told = new ArrayList<>();

    /** What was committed before some kill: the day, and the moment it was struck. */
    private final Set<String> committed = new TreeSet<>();

    private final List<Instant> killed = new ArrayList<>();
    private final int databasePort = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void killed_again_and_again_the_night_is_the_undisturbed_one() throws Exception {
        bring();
        LocalDate date = LocalDate.of(2026, 1, 9);
        for (Kill kill : Kill.of(System.getProperty("assay.drill"))) {
            kill(kill, date, "assay.demo=false");
            date = date.plusDays(DAYS_BETWEEN);
        }
        try (Launched last = launch("last", "assay.demo=ill-compute", "assay.exit=true")) {
            assertThat(last.awaitEnd()).as(last.said()).isZero();
        }
        checkBooks();
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
        kill(Kill.at(Gate.HEAD), LocalDate.of(2026, 1, 5), "assay.demo=ill-compute");
    }

    private void kill(Kill kill, LocalDate date, String demo) throws Exception {
        String name = "%s %s".formatted(kill, date);
        try (Launched running = launch(name.replace(' ', '-'), demo);
                Gates gates = Gates.open(databasePort)) {
            // Where the moment has no name, a gate further on keeps the night from ending before it comes.
            gates.close(kill.at().orElse(Gate.HEAD), kill.at().isPresent() ? date : date.plusDays(DAYS_BETWEEN - 2));
            if (kill.at().isPresent()) {
                gates.awaitSomebodyAtIt();
            } else {
                gates.awaitStrikeAfter(gates.number("select count(*) from assay.strike"));
                Thread.sleep(kill.millis());
            }
            for (String question : BROKEN) {
                assertThat(gates.rows(question)).as(name).isEmpty();
            }
            committed.addAll(gates.rows("select date || ' struck ' || struck_at from assay.strike"));
            long open = awaitOpenTransaction(gates, name);
            for (String victim : kill.victims()) {
                kill(victim);
            }
            killed.add(Instant.now());
            System.out.println("killed: " + name);
            told.add("%s: %s transactions open, %s strikes committed"
                    .formatted(name, Long.toString(open), Integer.toString(committed.size())));
            assertThat(running.awaitEnd()).as("%s: %s", name, running.said()).isEqualTo(1);
        }
    }

    /** At a moment of no name the night may be between two strikes; the kill waits for the next one to begin. */
    private static long awaitOpenTransaction(Gates gates, String name) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            long open = gates.number("select count(*) from pg_stat_activity where xact_start is not null"
                    + " and usename = 'assay_app' and pid <> pg_backend_pid()");
            if (open > 0) {
                return open;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no transaction was open at " + name);
    }

    private void kill(String pidFile) throws IOException {
        String pid = Files.readString(home().resolve(pidFile)).strip().split("\\s")[0];
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
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
            checkReports();
            assertThat(rows("select date || ' struck ' || struck_at from assay.strike"))
                    .as("what was committed before a kill was not struck anew")
                    .containsAll(committed);
            tell();
        }
    }

    /** The last NAV stands in Review; three before it were signed within ten days of their valuation points. */
    private void checkReports() throws Exception {
        for (int tries = 0;
                tries < TRIES && !rows("select 1 from derived.report_due").isEmpty();
                tries++) {
            Thread.sleep(50);
        }
        assertThat(rows("select kind || ' ' || status || ' ' || count(*) from assay.report group by kind, status"
                        + " order by kind, status"))
                .containsExactly(
                        "evidence Published 3",
                        "nav-pack Published 3",
                        "nav-pack Review 1",
                        "workbook Published 3",
                        "workbook Review 1");
    }

    /** For docs/reliability.md. */
    private void tell() throws SQLException {
        for (int i = 0; i < told.size(); i++) {
            String resumed =
                    rows("select extract(epoch from min(struck_at) - '%1$s') from assay.strike where struck_at > '%1$s'"
                                    .formatted(killed.get(i)))
                            .get(0);
            System.out.printf("%s, next strike after %s s%n", told.get(i), resumed);
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
        return BooksAsked.rows(databasePort, sql);
    }
}
