package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.it.launch.Gates.Gate;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
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

/**
 * A night that others are in the way of: a reader that does not end, more requests than there are connections, funds that
 * somebody holds. Four funds in four slices, as many as a node strikes at once, go from stop to stop, with and without the
 * others; how long a strike takes is told for each way.
 *
 * <pre>
 *   stop 0 ------ stop 1 ------ stop 2 ------ stop 3 ------ stop 4 ------ stop 5 ------ stop 6
 *         quiet        a reader       quiet         quiet        a crowd       quiet
 * </pre>
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = "faults")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CrowdedDrillIT {
    private static final int FUNDS = 4;
    private static final int DAYS_BETWEEN_STOPS = 35;
    private static final double RATIO = 1.2;

    /** Half of what those wait who are let in: where the machine is busy, the senders wait for it too. */
    private static final double LONGEST_REFUSAL_MS = 5_000;

    private Cluster cluster;
    private Node node;
    private Gates gates;
    private int stop;

    @BeforeAll
    void standAtTheFirstStop(@TempDir Path folder) throws Exception {
        cluster = Cluster.of(1, folder, Map.of("ASSAY_CLOCK", FaultFunds.CLOCK.toString()));
        node = cluster.node(0);
        cluster.start();
        gates = cluster.gates();
        gates.build();
        gates.close(gate(stop), date(stop));
        for (FundPack pack : FaultFunds.packs(FUNDS)) {
            FaultFunds.bring(node, pack);
        }
        gates.await(gate(stop), FUNDS);
    }

    @AfterAll
    void end() throws Exception {
        gates.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void a_reader_that_does_not_end_holds_no_strike_up() throws Exception {
        double before = millisOfStrikeToNextStop();
        double during;
        try (Connection reader = cluster.connect("assay")) {
            readEverything(reader);
            during = millisOfStrikeToNextStop();
            assertThat(BooksAsked.rows(reader, "select count(*) from assay.strike"))
                    .as("it reads what it saw at its beginning")
                    .isEqualTo(List.of(Integer.toString(FUNDS * struckBefore(stop - 1))));
        }
        told("a reader in its transaction", before, during, millisOfStrikeToNextStop());
    }

    @Test
    @Order(2)
    void more_requests_than_connections_are_refused_at_once_and_hold_no_strike_up() throws Exception {
        SmallFund nothingDue = FaultFunds.of(9, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 8));
        FaultFunds.bring(node, nothingDue.pack());
        double before = millisOfStrikeToNextStop();
        double during;
        Crowd crowd;
        try (Connection holder = cluster.connect("assay")) {
            hold(holder, nothingDue.id());
            crowd = Crowd.sendTo(node, nothingDue.id());
            crowd.awaitRefused();
            during = millisOfStrikeToNextStop();
            crowd.awaitTold();
        }
        crowd.end();
        System.out.println(crowd);
        assertThat(crowd.refusalMillis(99)).isLessThan(LONGEST_REFUSAL_MS);
        told("%s requests at once".formatted(Integer.toString(Crowd.SIZE)), before, during, millisOfStrikeToNextStop());
    }

    @Test
    @Order(3)
    void four_slices_that_wait_for_funds_do_not_keep_the_look_from_running() throws Exception {
        try (Connection holder = cluster.connect("assay")) {
            gates.release(gate(stop));
            for (int fund = 0; fund < FUNDS; fund++) {
                hold(holder, FaultFunds.of(fund).id());
            }
            String struck = "select count(*) from assay.strike where fund <> 'FAULT-5'";
            List<String> held = cluster.rows(struck);
            long begun = System.nanoTime();
            FaultFunds.bring(node, FaultFunds.of(5).pack());
            cluster.await("select exists (select from assay.strike where fund = 'FAULT-5')", "t");
            System.out.printf(
                    Locale.ROOT,
                    "four funds held: the fifth is struck %.1f s after it was sent%n",
                    (System.nanoTime() - begun) / 1e9);
            assertThat(cluster.rows(struck)).isEqualTo(held);
            assertThat(cluster.rows("select * from assay.refusal"))
                    .as("who waits has nothing to be told")
                    .isEmpty();
        }
    }

    @Test
    @Order(4)
    void in_the_end_all_is_struck_as_in_an_undisturbed_night() throws Exception {
        List<FundPack> all = new ArrayList<>(FaultFunds.packs(FUNDS));
        all.add(FaultFunds.of(5).pack());
        List<String> undisturbed = FaultFunds.undisturbed(all);
        cluster.await("select count(*) from assay.strike", Integer.toString(undisturbed.size()));
        assertThat(cluster.rows(SmallFunds.STRIKES)).containsExactlyInAnyOrderElementsOf(undisturbed);
        for (String question : KillDrillIT.BROKEN) {
            assertThat(cluster.rows(question)).isEmpty();
        }
    }

    /** In turns two gates that a strike passes one after the other. */
    private static Gate gate(int stop) {
        return stop % 2 == 0 ? Gate.HEAD : Gate.JOURNAL;
    }

    private static LocalDate date(int stop) {
        return FaultFunds.FIRST.plusDays(7).plusDays(DAYS_BETWEEN_STOPS * (long) stop);
    }

    /** Strike days of a fund before a stop: no holiday is among them. */
    private static int struckBefore(int stop) {
        return 5 + 5 * DAYS_BETWEEN_STOPS / 7 * stop;
    }

    /**
     * From one strike of a fund to the next; the first of each stood at the stop. The quicker quarter of all: the machine
     * has others on it, and what is in the way of a strike is in the way of each.
     */
    private double millisOfStrikeToNextStop() throws SQLException, InterruptedException {
        gates.close(gate(stop + 1), date(stop + 1));
        gates.release(gate(stop));
        stop++;
        gates.await(gate(stop), FUNDS);
        return Double.parseDouble(
                cluster.rows("""
                select percentile_cont(0.25) within group (order by millis) from (
                    select 1000 * extract(epoch from struck_at - lag(struck_at) over (partition by fund order by date))
                        as millis
                    from assay.strike where date > '%s' and date < '%s') strikes""".formatted(date(stop - 1), date(stop))).get(0));
    }

    private static void told(String fault, double before, double during, double after) {
        double ratio = 2 * during / (before + after);
        System.out.printf(
                Locale.ROOT,
                "%s: a strike took %.0f ms, before %.0f, after %.0f; ratio %.2f%n",
                fault,
                during,
                before,
                after,
                ratio);
        assertThat(ratio).isLessThan(RATIO);
    }

    /** All tables, from one snapshot, which is kept. */
    private static void readEverything(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        for (String table : BooksAsked.rows(reader, """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('assay', 'derived', 'quartz')""")) {
            BooksAsked.rows(reader, "select count(*) from " + table);
        }
    }

    /** As a node holds a fund that stands still while it strikes it; until the connection is closed. */
    private static void hold(Connection connection, String fund) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("select pg_advisory_lock(hashtextextended('fund %s', 0))".formatted(fund));
        }
    }
}
