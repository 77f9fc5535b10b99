package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clock of a node jumps while it strikes, by an hour and by a day, forward and back, and is put right a moment later.
 * Needs libfaketime, which tells the server's process another time; the database has its own clock.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = "faults")
class ClockJumpIT {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final int FUNDS = 40;
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(1), Duration.ofDays(-1));

    /** So long a clock is wrong. */
    private static final Duration WRONG = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private Cluster cluster;

    @Test
    void a_clock_that_jumps_in_the_night_changes_no_nav() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "Debian's package faketime is not installed");
        Instant night = Instant.parse("2026-01-07T12:00:00Z");
        cluster = Cluster.of(1, folder, Map.of("ASSAY_LOOK_SECONDS", "1"));
        try (Cluster closing = cluster) {
            setClock(night);
            Node node = closing.node(0);
            node.start(told());
            node.awaitReady();
            for (long seed = 0; seed < FUNDS; seed++) {
                assertThat(node.bring(SmallFunds.zip(SmallFund.of(seed).pack())).statusCode())
                        .isEqualTo(201);
            }
            awaitStruck(night);
            for (Duration jump : JUMPS) {
                night = night.plus(Duration.ofDays(3));
                setClock(night);
                jump(night, jump);
            }
            assertThat(strikes()).isEqualTo(SmallFunds.undisturbed(FUNDS, night));
            assertThat(cluster.rows("select distinct count(*) from assay.strike group by fund, date"))
                    .containsExactly("1");
        }
    }

    /** The clock a file tells; what the machine counts goes on as it is, or a process that waits would never sleep. */
    private Map<String, String> told() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clockFile().toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** In the middle: some of the funds have a day more than before, and not all. */
    private void jump(Instant night, Duration jump) throws Exception {
        long before = struck();
        long due = SmallFunds.undisturbed(FUNDS, night).size();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (struck() == before) {
            assertThat(System.nanoTime()).as("nothing is struck").isLessThan(end);
            Thread.sleep(10);
        }
        setClock(night.plus(jump));
        long at = struck();
        Thread.sleep(WRONG.toMillis());
        long wrong = struck();
        setClock(night);
        long begun = System.nanoTime();
        awaitStruck(night);
        System.out.printf(
                Locale.ROOT,
                "jump of %s: at strike %s of %s, %s when it was put right, all after %.1f s more%n",
                jump,
                Long.toString(at),
                Long.toString(due),
                Long.toString(wrong),
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    /** Every day that is due at a moment is struck; a day more may be, where the clock stood ahead. */
    private void awaitStruck(Instant night) throws Exception {
        List<String> due = SmallFunds.undisturbed(FUNDS, night);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!strikes().containsAll(due)) {
            assertThat(System.nanoTime())
                    .as("%s of %s struck", Long.toString(struck()), Integer.toString(due.size()))
                    .isLessThan(end);
            Thread.sleep(200);
        }
    }

    private long struck() throws SQLException {
        return cluster.count("select count(*) from assay.strike");
    }

    private Path clockFile() {
        return folder.resolve("clock");
    }

    /** As seconds before or after the machine's own clock; whole, or it is not there. */
    private void setClock(Instant moment) throws IOException {
        long seconds = Duration.between(Instant.now(), moment).toSeconds();
        Path next = folder.resolve("clock.next");
        Files.writeString(next, String.format(Locale.ROOT, "%+d%n", seconds));
        Files.move(next, clockFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> strikes() throws SQLException {
        return cluster.rows(SmallFunds.STRIKES).stream().sorted().toList();
    }
}
