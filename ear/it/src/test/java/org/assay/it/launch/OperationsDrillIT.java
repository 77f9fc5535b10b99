package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assay.it.house.DemoFund;
import org.assay.it.launch.Gates.Gate;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What an operator meets on one node: long readers, too many who ask, too little memory; figures are printed. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "operations")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OperationsDrillIT {
    private static final int FUNDS = 16;
    private static final int POOL = 20;
    private static final LocalDate ALWAYS = LocalDate.EPOCH;
    private static final String SLOW_REPORT = "api/funds/" + DemoFund.ID + "/strikes/2026-01-06/reports/nav-pack";

    private Path folder;
    private Cluster cluster;
    private Node node;
    private int brought;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        // When all of the small funds' January is due.
        cluster = Cluster.of(1, folder, Map.of("ASSAY_CLOCK", "2026-01-31T12:00:00Z"));
        node = cluster.node(0);
        node.start();
        node.awaitReady();
        try (Gates gates = cluster.gates()) {
            gates.build();
        }
        assertThat(node.bring(DemoFund.pack()).statusCode()).isEqualTo(201);
        night(() -> {}); // The first is slower, whatever happens.
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    @Order(1)
    void a_reader_that_stays_all_night_does_not_hold_up_the_strike() throws Exception {
        double alone = night(() -> {});
        try (Connection reader = cluster.connect("assay");
                Statement sql = reader.createStatement()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            sql.execute("select count(*) from assay.journal");
            double read = night(() -> {});
            double again = aloneAgain(reader);
            System.out.printf(
                    Locale.ROOT,
                    "long reader: %.1f ms a strike with it, %.1f before, %.1f after; ratio %.2f%n",
                    read,
                    alone,
                    again,
                    2 * read / (alone + again));
        }
    }

    private double aloneAgain(Connection reader) throws Exception {
        reader.rollback();
        return night(() -> {});
    }

    @Test
    @Order(2)
    void who_asks_too_much_is_refused_at_once_and_the_strike_goes_on() throws Exception {
        double alone = night(() -> {});
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        try (Gates gates = cluster.gates()) {
            double exhausted = night(() -> {
                // Each waits for the fund within a transaction, and keeps its connection.
                gates.close(Gate.LOCK, ALWAYS);
                IntStream.range(0, 5 * POOL).forEach(any -> asked.add(ask()));
                Thread.sleep(3_000);
            });
            long waiting = asked.stream().filter(answer -> !answer.isDone()).count();
            gates.release(Gate.LOCK);
            List<Long> refused = new ArrayList<>();
            int served = 0;
            for (CompletableFuture<Answer> answer : asked) {
                if (answer.join().status() == 503) {
                    refused.add(answer.join().millis());
                } else {
                    assertThat(answer.join().status()).isEqualTo(200);
                    served++;
                }
            }
            refused.sort(null);
            assertThat(refused).isNotEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "%s slow requests: %s refused, p99 %s ms, %s waited and %s were served; %.1f ms a strike, %.1f alone, ratio %.2f%n",
                    asked.size(),
                    refused.size(),
                    refused.get((refused.size() - 1) * 99 / 100),
                    waiting,
                    served,
                    exhausted,
                    alone,
                    exhausted / alone);
        }
    }

    private record Answer(int status, long millis) {}

    private CompletableFuture<Answer> ask() {
        long begun = System.nanoTime();
        return HttpClient.newHttpClient()
                .sendAsync(node.request(SLOW_REPORT).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .thenApply(status -> new Answer(
                        status, Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }

    @Test
    @Order(3)
    void a_node_without_memory_ends_and_starts_again_clean() throws Exception {
        bringSmall();
        node.stop();
        node.start(Map.of("_JAVA_OPTIONS", "-Xmx150m"));
        long begun = System.nanoTime();
        while (node.isRunning()
                && System.nanoTime() - begun < Duration.ofMinutes(5).toNanos()) {
            try {
                node.bring(new byte[60_000_000]);
            } catch (IOException notYetOrNoMore) {
                Thread.sleep(500);
            }
        }
        assertThat(node.isRunning()).isFalse();
        System.out.printf(
                Locale.ROOT,
                "out of memory: ended after %.1f s%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
        node.start();
        node.awaitReady();
        awaitAllStruck();
        assertThat(cluster.rows("select distinct count(*) from assay.strike group by fund, date"))
                .containsExactly("1");
        assertThat(cluster.rows("""
                        select strike || ' ' || entry from assay.journal group by strike, entry, currency
                        having sum(debit) <> sum(credit)""")).isEmpty();
    }

    /** Something that is done before the night begins and lasts until it ends. */
    @FunctionalInterface
    private interface Nuisance {
        void begin() throws Exception;
    }

    /** @return ms for each strike of a night of new small funds, from the first to the last */
    private double night(Nuisance nuisance) throws Exception {
        try (Gates gates = cluster.gates()) {
            gates.close(Gate.HEAD, ALWAYS);
            bringSmall();
            gates.awaitSomebodyAtIt();
            nuisance.begin();
            long struck = cluster.count("select count(*) from assay.strike");
            long begun = System.nanoTime();
            gates.release(Gate.HEAD);
            awaitAllStruck();
            double millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return millis / (cluster.count("select count(*) from assay.strike") - struck);
        }
    }

    private void bringSmall() throws Exception {
        for (int end = brought + FUNDS; brought < end; brought++) {
            Path pack = folder.resolve("pack-" + brought);
            PackWriter.toFolder(PackWriter.sealed(SmallFund.of(brought).pack()), pack);
            assertThat(node.bring(DemoFund.zip(pack)).statusCode()).isEqualTo(201);
        }
    }

    /** Each small fund has its last January day, or is held. */
    private void awaitAllStruck() throws SQLException, InterruptedException {
        cluster.await("""
                select count(*) from (select fund from assay.strike where fund like 'ILL-SMALL%'
                group by fund having max(date) >= '2026-01-29') ended""", String.valueOf(brought));
    }
}
