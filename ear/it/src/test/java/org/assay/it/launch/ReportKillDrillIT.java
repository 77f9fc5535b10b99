package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reports of a spring are ordered; the server is killed when a third is made, the database when two thirds are. What is left
 * is made by whoever comes next, and each report once, whole.
 */
@EnabledIfSystemProperty(
        named = "assay.drill",
        matches = "all|report-kill",
        disabledReason = "kills, in the gate: -Dassay.drill=report-kill")
class ReportKillDrillIT {
    private static final String OPERATOR = "operator@demo";
    private static final String KNOWN = "2026-05-30T20:00:00Z";
    private static final String ORDER = """
            {"from": "2026-03-02", "to": "2026-05-29", "kinds": ["nav-pack", "workbook"], "request": "spring"}""";

    /** What was ordered; of NAVs that were just published evidence is made besides. */
    private static final String ORDERED =
            " from assay.report r join assay.strike s on s.id = r.strike where r.kind in ('nav-pack', 'workbook')";

    private static final String MADE = "select count(*)" + ORDERED;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final int port = Ports.anyFree();
    private final int databasePort = Ports.anyFree();
    private final List<Integer> killedAt = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void what_a_kill_leaves_is_made_and_nothing_twice() throws Exception {
        int ordered;
        try (Launched first = launch("first")) {
            first.awaitUp();
            await("select count(*) from assay.strike", 102);
            order();
            ordered = number("select count(*) from assay.strike where date >= '2026-03-02'") * 2;
            assertThat(number("select owed from assay.report_order")).isBetween(ordered / 2, ordered);
            await(MADE, ordered / 3);
            kill("server.pid");
            assertThat(first.awaitEnd()).isEqualTo(1);
        }
        try (Launched second = launch("second")) {
            await(MADE, ordered * 2 / 3);
            kill("db/postmaster.pid");
            assertThat(second.awaitEnd()).isEqualTo(1);
        }
        long begun = System.nanoTime();
        try (Launched last = launch("last")) {
            last.awaitUp();
            await(MADE, ordered);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            await("select 1 - sign(count(*))::int from derived.report_due", 1);
            assertThat(rows("select s.date || ' ' || r.kind" + ORDERED))
                    .hasSize(ordered)
                    .doesNotHaveDuplicates();
            assertThat(rows("select file_name from assay.report where encode(sha256(content), 'hex') <> sha256"))
                    .isEmpty();
            System.out.printf(
                    "reports ordered %s, killed when %s were made, made once %s; the last %s in %s s with the start%n",
                    ordered, killedAt, ordered, ordered - killedAt.get(1), seconds);
        }
    }

    private void order() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%s/assay/api/funds/ILL-COMPUTE/reports/orders"
                                .formatted(Integer.toString(port))))
                .header("Authorization", DemoFund.basic(OPERATOR, Launched.password(folder.resolve("home"), OPERATOR)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void await(String sql, int atLeast) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (soFar(sql) < atLeast) {
            assertThat(System.nanoTime()).as(sql).isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** Nothing yet, while the database starts. */
    private int soFar(String sql) {
        try {
            return number(sql);
        } catch (SQLException starting) {
            return 0;
        }
    }

    private void kill(String pidFile) throws IOException, SQLException {
        killedAt.add(number(MADE));
        String pid = Files.readString(folder.resolve("home").resolve(pidFile))
                .strip()
                .split("\\s")[0];
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Launched launch(String name) throws IOException {
        return Launched.start(
                folder.resolve(name + ".txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + port,
                        "assay.management.port=" + Ports.anyFree(),
                        "assay.db.port=" + databasePort,
                        "assay.demo=ill-compute"),
                Map.of("ASSAY_CLOCK", KNOWN));
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(rows(sql).get(0));
    }

    private List<String> rows(String sql) throws SQLException {
        return BooksAsked.rows(databasePort, sql);
    }
}
