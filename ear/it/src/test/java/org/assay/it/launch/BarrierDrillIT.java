package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.db.AskedBy;
import org.assay.db.FundStore;
import org.assay.db.Snapshots;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.ejb.Strikes;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two who strike the same day of the same fund, let go at the same moment, a thousand times. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "nodes")
class BarrierDrillIT {
    private static final int LIVES = 10;
    private static final List<String> NODES = List.of("left", "right");

    @TempDir
    private Path folder;

    private final CyclicBarrier barrier = new CyclicBarrier(NODES.size());

    @Test
    void the_same_command_at_the_same_moment_strikes_once() throws Exception {
        try (Cluster cluster = Cluster.of(1, folder, Map.of("ASSAY_CLOCK", "2025-12-31T00:00:00Z"))) {
            Node node = cluster.node(0);
            node.start();
            node.awaitReady();
            assertThat(node.bring(DemoFund.pack()).statusCode()).isEqualTo(201);
            node.stop();
            List<Long> waited = new ArrayList<>();
            long left = 0;
            for (int life = 0; life < LIVES; life++) {
                execute(cluster, "create database life template assay");
                try {
                    waited.addAll(strikeAll(cluster));
                    assertThat(cluster.rowsOf("life", digests())).containsExactlyElementsOf(Cluster.undisturbed());
                    left += Long.parseLong(
                            cluster.rowsOf("life", "select count(*) from assay.strike where node = 'left'")
                                    .get(0));
                } finally {
                    execute(cluster, "drop database life");
                }
            }
            waited.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%s strikes by two at once: double 0, %s by one of them; the later had its answer after %s ms (median), %s ms (p99)%n",
                    waited.size(),
                    left,
                    waited.get(waited.size() / 2),
                    waited.get(waited.size() * 99 / 100));
        }
    }

    private static String digests() {
        return "select date || ' ' || version || ' inputs ' || inputs || ' result ' || result"
                + " from assay.strike order by date";
    }

    /** @return for each day, after how many ms the later of the two had its answer */
    private List<Long> strikeAll(Cluster cluster) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(NODES.size());
        try {
            List<Long> waited = new ArrayList<>();
            for (String line : Cluster.undisturbed()) {
                LocalDate date = LocalDate.parse(line.substring(0, 10));
                List<Future<Long>> both = threads.invokeAll(NODES.stream()
                        .map(name -> (Callable<Long>) () -> strike(cluster, date, name))
                        .toList());
                waited.add(Math.max(both.get(0).get(), both.get(1).get()));
            }
            return waited;
        } finally {
            threads.shutdown();
        }
    }

    private long strike(Cluster cluster, LocalDate date, String node) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(cluster.url("life"));
        source.setUser("assay_app");
        try (Connection transaction = source.getConnection()) {
            transaction.setAutoCommit(false);
            DataSource same = always(transaction);
            Strikes strikes =
                    new Strikes(new FundStore(same), new StrikeStore(same), new Snapshots(source), new Years(source));
            barrier.await(1, TimeUnit.MINUTES);
            long begun = System.nanoTime();
            assertThat(strikes.strike(
                            StrikeId.scheduled(DemoFund.ID, date), new AskedBy("schedule", Optional.empty(), node)))
                    .isTrue();
            transaction.commit();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }

    /** As the server's data source within a transaction: each who asks gets the same connection, and closes nothing. */
    private static DataSource always(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }

    private static void execute(Cluster cluster, String sql) throws SQLException {
        try (Connection connection = cluster.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
