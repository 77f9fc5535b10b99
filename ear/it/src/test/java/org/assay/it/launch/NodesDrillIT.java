package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.it.house.DemoFund;
import org.assay.it.launch.Gates.Gate;
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

/** What two nodes must stand, one thing after the other in the life of one set of books, with its figures. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "nodes")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NodesDrillIT {
    private static final String CLOCK = "ASSAY_CLOCK";
    private static final String REFUSED = "failed; the next look tries again";
    private static final int PAUSES = 4;
    private static final int FIRST_DAYS = 91;

    private Cluster cluster;

    @BeforeAll
    void startBoth(@TempDir Path folder) throws Exception {
        cluster = Cluster.of(2, folder, Map.of(CLOCK, "2026-05-14T20:00:00Z"));
        cluster.start();
    }

    @AfterAll
    void stopBoth() throws Exception {
        cluster.close();
    }

    @Test
    @Order(1)
    void a_node_that_stood_still_in_a_strike_writes_nothing_when_it_wakes() throws Exception {
        try (Gates gates = cluster.gates()) {
            gates.build();
            LocalDate date = LocalDate.of(2026, 1, 12);
            gates.close(gate(0), date);
            assertThat(cluster.node(0).bring(DemoFund.pack()).statusCode()).isEqualTo(201);
            for (int pause = 0; pause < PAUSES; pause++) {
                gates.awaitSomebodyAtIt();
                Node paused = cluster.standing();
                Node other = cluster.other(paused);
                paused.pause();
                long begun = System.nanoTime();
                gates.close(gate(pause + 1), date.plusDays(10));
                gates.release(gate(pause));
                cluster.await(struckBy(other, date), "1");
                System.out.printf(
                        Locale.ROOT,
                        "pause %s at %s: struck by the other after %.1f s%n",
                        pause + 1,
                        gate(pause),
                        seconds(begun));
                gates.awaitSomebodyAtIt();
                long late = strikesOf(paused);
                long refused = paused.said(REFUSED);
                paused.wake();
                // The other holds the fund meanwhile, at the next gate.
                paused.awaitSaid(REFUSED, refused + 1);
                assertThat(strikesOf(paused)).as("stale writes").isEqualTo(late);
                date = date.plusDays(10);
            }
            gates.release(gate(PAUSES));
            cluster.await("select count(*) from assay.strike", String.valueOf(FIRST_DAYS));
        }
        assertThat(cluster.digests())
                .containsExactlyElementsOf(Cluster.undisturbed().subList(0, FIRST_DAYS));
    }

    @Test
    @Order(2)
    void who_is_signed_in_does_not_notice_that_one_node_after_the_other_is_restarted() throws Exception {
        try (Proxy proxy = new Proxy()) {
            proxy.use(cluster.node(0));
            proxy.use(cluster.node(1));
            Visitor visitor = new Visitor();
            visitor.signIn(proxy.address(), DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD);
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicInteger known = new AtomicInteger();
            AtomicInteger unknown = new AtomicInteger();
            Thread clicks = new Thread(() -> {
                while (!isOver.get()) {
                    (visitor.isSurelyKnown(proxy.address()) ? known : unknown).incrementAndGet();
                }
            });
            clicks.start();
            for (Node node : List.of(cluster.node(0), cluster.node(1))) {
                proxy.takeOut(node);
                Thread.sleep(2_000);
                long begun = System.nanoTime();
                node.stop();
                double stopped = seconds(begun);
                node.start();
                node.awaitReady();
                System.out.printf(
                        Locale.ROOT,
                        "%s: stopped in %.1f s, back after %.1f s%n",
                        node.name(),
                        stopped,
                        seconds(begun));
                proxy.use(node);
            }
            isOver.set(true);
            clicks.join();
            System.out.printf(Locale.ROOT, "%s pages shown, %s not%n", known.get(), unknown.get());
            assertThat(known.get()).isGreaterThan(20);
            assertThat(unknown.get()).isZero();
        }
    }

    @Test
    @Order(3)
    void what_came_due_while_both_were_down_is_struck_once() throws Exception {
        cluster.node(0).stop();
        cluster.node(1).stop();
        cluster.start(Map.of(CLOCK, "2026-05-30T20:00:00Z"));
        cluster.await("select count(*) from assay.strike", "102");
        assertThat(cluster.digests()).containsExactlyElementsOf(Cluster.undisturbed());
        assertThat(cluster.rows("select distinct count(*) from assay.strike group by fund, date"))
                .containsExactly("1");
    }

    /** In turns before and after the rows of a strike are sent. */
    private static Gate gate(int number) {
        return number % 2 == 0 ? Gate.HEAD : Gate.JOURNAL;
    }

    private static String struckBy(Node node, LocalDate date) {
        return """
                select count(*) from assay.strike where node = '%s'
                and date = (select min(date) from assay.strike where date >= '%s')""".formatted(node.name(), date);
    }

    private long strikesOf(Node node) throws SQLException {
        return cluster.count("select count(*) from assay.strike where node = '%s'".formatted(node.name()));
    }

    private static double seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }
}
