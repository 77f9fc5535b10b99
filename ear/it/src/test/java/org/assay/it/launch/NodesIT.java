package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.assay.it.house.DemoFund;
import org.assay.it.launch.Gates.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, from their first moment; the rest is {@link NodesDrillIT}. */
@EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
class NodesIT {
    /** Quartz's check-in of 5 s, its allowance of 7.5 s, the look, and a machine that others use. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @Test
    void when_one_of_two_dies_the_other_ends_the_night_and_keeps_who_is_signed_in() throws Exception {
        try (Cluster cluster = Cluster.of(2, folder, Map.of("ASSAY_CLOCK", "2026-05-30T20:00:00Z"))) {
            // At once, on a database without a table.
            cluster.start();
            Visitor visitor = new Visitor();
            Node dead;
            Node alive;
            long killed;
            try (Gates gates = cluster.gates()) {
                gates.build();
                gates.close(Gate.JOURNAL, LocalDate.of(2026, 2, 3));
                assertThat(cluster.node(0).bring(DemoFund.pack()).statusCode()).isEqualTo(201);
                gates.awaitSomebodyAtIt();
                dead = cluster.standing();
                alive = cluster.other(dead);
                visitor.signIn(dead.address(), DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD);
                visitor.awaitKnown(alive.address());
                dead.kill();
                killed = System.nanoTime();
            }
            assertThat(visitor.isKnown(alive.address())).isTrue();

            cluster.await("select exists (select 1 from assay.strike where node = '%s')".formatted(alive.name()), "t");
            Duration takenOver = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf(Locale.ROOT, "taken over after %.1f s%n", takenOver.toMillis() / 1000.0);
            assertThat(takenOver).isLessThan(TAKEN_OVER);
            cluster.await("select count(*) from assay.strike", "102");
            assertThat(cluster.digests()).containsExactlyElementsOf(Cluster.undisturbed());
        }
    }
}
