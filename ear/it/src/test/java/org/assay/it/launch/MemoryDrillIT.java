package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.assay.it.house.OverRest;
import org.assay.it.launch.Gates.Gate;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A report too large for the memory of its server, asked for while something is struck. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "faults")
class MemoryDrillIT {
    private static final int LOTS = 20_000;
    private static final String LITTLE = "-Xms64m -Xmx%sm".formatted(Integer.getInteger("assay.drill.megabytes", 208));
    private static final String ENDED = "Terminating due to java.lang.OutOfMemoryError";
    private static final LocalDate LARGE_LAST = LocalDate.of(2026, 1, 8);

    @TempDir
    private Path folder;

    @Test
    void a_server_without_memory_ends_and_the_next_one_goes_on_with_nothing_half() throws Exception {
        FundPack large = large();
        FundPack small = FaultFunds.of(1).pack();
        try (Cluster cluster = Cluster.of(1, folder, Map.of("ASSAY_CLOCK", FaultFunds.CLOCK.toString()))) {
            Node node = cluster.node(0);
            cluster.start();
            FaultFunds.bring(node, large);
            cluster.await("select count(distinct kind) from assay.report", "2");
            try (Gates gates = cluster.gates()) {
                gates.build();
                gates.close(Gate.JOURNAL, LocalDate.of(2026, 3, 2));
                FaultFunds.bring(node, small);
                gates.await(Gate.JOURNAL, 1);
                node.kill();
                cluster.start(Map.of("_JAVA_OPTIONS", LITTLE));
                gates.await(Gate.JOURNAL, 1);
                long asked = System.nanoTime();
                assertThatThrownBy(() -> report(node)).isInstanceOf(IOException.class);
                node.awaitEnd();
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s lots: the process ended %.1f s after its report was asked for%n",
                        LITTLE,
                        LOTS,
                        (System.nanoTime() - asked) / 1e9);
            }
            assertThat(Files.readString(folder.resolve("assay-1/server/log/console.log")))
                    .contains(ENDED);
            assertNothingIsHalf(cluster);
            assertThat(cluster.rows("select count(*) from assay.report")).containsExactly("2");

            cluster.start();
            List<String> undisturbed = FaultFunds.undisturbed(List.of(large, small));
            cluster.await("select count(*) from assay.strike", Integer.toString(undisturbed.size()));
            assertThat(cluster.rows(SmallFunds.STRIKES)).containsExactlyInAnyOrderElementsOf(undisturbed);
            assertNothingIsHalf(cluster);
            assertThat(entries(report(node).body())).contains("xl/workbook.xml");
        }
    }

    /** The workbook of a day whose reports were not made. */
    private static HttpResponse<byte[]> report(Node node) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        node.request("api/funds/FAULT-0/strikes/2026-01-07/reports/workbook")
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static List<String> entries(byte[] workbook) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.readAllBytes();
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static void assertNothingIsHalf(Cluster cluster) throws Exception {
        for (String question : KillDrillIT.BROKEN.subList(0, 3)) {
            assertThat(cluster.rows(question)).isEmpty();
        }
    }

    /** A few days of a small fund that buys a ten-thousandth of a token very often on its second. */
    private static FundPack large() {
        SmallFund few = FaultFunds.of(0, FaultFunds.FIRST, LARGE_LAST);
        FundPack pack = few.pack();
        Trade first = pack.facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .findFirst()
                .orElseThrow();
        List<Fact> facts = new ArrayList<>(pack.facts());
        for (int lot = 0; lot < LOTS; lot++) {
            facts.add(again(first, "L-" + lot));
        }
        return OverRest.with(pack, pack.fund(), facts, pack.quotes());
    }

    private static Trade again(Trade trade, String id) {
        Stamp stamp = trade.stamp();
        return new Trade(
                new Stamp(id, stamp.effective(), stamp.recorded(), Optional.empty(), stamp.source()),
                trade.tradeDate(),
                trade.settleDate(),
                trade.instrument(),
                trade.location(),
                new Quantity(new BigDecimal("0.01")),
                trade.price(),
                Money.zero(trade.commission().currency()),
                Quantity.ZERO,
                Optional.empty());
    }
}
