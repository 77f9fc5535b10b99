package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assay.it.house.DemoFund;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A night of many funds, shared by two nodes; its figures are printed. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "nodes")
class SharedNightIT {
    private static final int FUNDS = 500;
    private static final int LEAST_PER_CENT = 30;

    /** Nothing is due before the first day has closed. */
    private static final String EVENING_BEFORE = "2026-01-04T00:00:00Z";

    private static final String TWO_DAYS_LATER = "2026-01-06T23:30:00Z";

    @TempDir
    private Path folder;

    @Test
    void each_of_two_nodes_does_its_share_of_a_night() throws Exception {
        try (Cluster cluster = Cluster.of(2, folder, Map.of("ASSAY_CLOCK", EVENING_BEFORE))) {
            Node first = cluster.node(0);
            first.start();
            first.awaitReady();
            for (long seed : LongStream.range(0, FUNDS).toArray()) {
                Path pack = folder.resolve("pack-" + seed);
                PackWriter.toFolder(PackWriter.sealed(SmallFund.of(seed).pack()), pack);
                assertThat(first.bring(DemoFund.zip(pack)).statusCode()).isEqualTo(201);
            }
            assertThat(cluster.count("select count(*) from assay.strike")).isZero();
            first.stop();
            cluster.start(Map.of("ASSAY_CLOCK", TWO_DAYS_LATER));
            cluster.await("select count(distinct fund) from assay.strike", String.valueOf(FUNDS));
            for (Node node : List.of(cluster.node(0), cluster.node(1))) {
                awaitQuiet(node);
            }
            assertThat(cluster.count("""
                            select count(*) from
                            (select from assay.strike group by fund, date having count(*) > 1) twice""")).isZero();
            System.out.println(cluster.rows("""
                    select format('%s struck %s of %s, in %s s', node, count(*), sum(count(*)) over (),
                        round(extract(epoch from max(struck_at) - min(struck_at)), 1))
                    from assay.strike group by node order by node"""));
            assertThat(cluster.rows("""
                            select 100 * count(*) / sum(count(*)) over () from assay.strike group by node"""))
                    .hasSize(2)
                    .allSatisfy(share -> assertThat(Double.parseDouble(share)).isGreaterThan(LEAST_PER_CENT));
        }
    }

    private static void awaitQuiet(Node node) throws Exception {
        for (int tries = 0; !node.get("api/night").body().contains("\"quiet\":true"); tries++) {
            assertThat(tries).as("tries").isLessThan(600);
            Thread.sleep(1_000);
        }
    }
}
