package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Ports;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server sleeps for two weeks and starts again: every fund has each of its days once, in order, with the digests the
 * offline command gives. Five funds; as many as {@code -Dassay.drill.funds} says, when the figure is wanted.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
class CatchUpDrillIT {
    /** Wednesday: in all four markets the 5th and the 6th are due, and no later day. */
    private static final String BEFORE = "2026-01-07T12:00:00Z";

    /** Ten business days and a weekend in between; two markets have a holiday, one strikes on every day. */
    private static final String AFTER = "2026-01-21T12:00:00Z";

    private static final int FUNDS = Integer.getInteger("assay.drill.funds", 5);
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.anyFree();
    private final int databasePort = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void ten_missed_days_are_caught_up_to_the_digests_of_an_undisturbed_run() throws Exception {
        int before;
        try (Launched running = launch("before", BEFORE)) {
            running.awaitUp();
            bringAll();
            before = awaitStruck();
            assertThat(strikes()).isEqualTo(SmallFunds.undisturbed(FUNDS, Instant.parse(BEFORE)));
            running.interrupt();
            running.awaitEnd();
        }
        try (Launched running = launch("after", AFTER)) {
            running.awaitUp();
            long began = System.nanoTime();
            int after = awaitStruck();
            say(after - before, Duration.ofNanos(System.nanoTime() - began));
            assertThat(strikes()).isEqualTo(SmallFunds.undisturbed(FUNDS, Instant.parse(AFTER)));
            assertThat(outOfOrder()).isEmpty();
        }
    }

    /** Not before the server is up: of the days it slept, the first strike to the last. */
    private void say(int days, Duration wall) throws SQLException {
        String seconds = rows("select round(extract(epoch from max(struck_at) - min(struck_at)), 1)"
                        + " from assay.strike where date > '2026-01-06'")
                .get(0);
        System.out.printf(
                Locale.ROOT,
                "catch-up: %s strikes of %s funds, %s s from the first strike to the last, %.1f s from the server's start%n",
                Integer.toString(days),
                Integer.toString(FUNDS),
                seconds,
                wall.toMillis() / 1_000.0);
    }

    private void bringAll() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (long seed = 0; seed < FUNDS; seed++) {
                byte[] zip = SmallFunds.zip(SmallFund.of(seed).pack());
                tasks.add(() -> send("api/funds", Optional.of(zip)).statusCode());
            }
            for (Future<Integer> brought : four.invokeAll(tasks)) {
                assertThat(brought.get()).isEqualTo(201);
            }
        } finally {
            four.shutdown();
        }
    }

    /** @return how many days are struck when none is left that goes by itself */
    private int awaitStruck() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String night = send("api/night?days=0&cycles=0", Optional.empty()).body();
            if (number(night, "strikesLeft") == 0 && number(night, "struck") > 0) {
                return number(night, "struck");
            }
            assertThat(System.nanoTime()).as("still not struck: %s", night).isLessThan(end);
            Thread.sleep(500);
        }
    }

    private static int number(String body, String name) {
        Matcher found = Pattern.compile("\"%s\":([0-9]+)".formatted(name)).matcher(body);
        assertThat(found.find()).as("%s in %s", name, body).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private HttpResponse<String> send(String path, Optional<byte[]> zip) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%s/assay/%s".formatted(Integer.toString(port), path)))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", DemoFund.basic(DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD));
        zip.ifPresent(
                bytes -> request.header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(bytes)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Launched launch(String name, String clock) throws IOException {
        return Launched.start(
                folder.resolve(name + ".txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + port,
                        "assay.management.port=" + Ports.anyFree(),
                        "assay.db.port=" + databasePort,
                        "assay.demo=false"),
                Map.of(
                        "ASSAY_CLOCK",
                        clock,
                        "ASSAY_DEMO_OPERATOR_PASSWORD",
                        DemoFund.OPERATOR_PASSWORD,
                        "ASSAY_DEMO_APPROVER_PASSWORD",
                        DemoFund.APPROVER_PASSWORD));
    }

    private List<String> strikes() throws SQLException {
        return rows(SmallFunds.STRIKES).stream().sorted().toList();
    }

    /** Ids grow as strikes are made. */
    private List<String> outOfOrder() throws SQLException {
        return rows(
                "select fund || ' ' || date from (select fund, date, lag(date) over (partition by fund order by id) as"
                        + " before from assay.strike) s where before >= date");
    }

    private List<String> rows(String sql) throws SQLException {
        return BooksAsked.rows(databasePort, sql);
    }
}
