package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.it.house.DemoFund;
import org.assay.it.house.OverRest;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Quantity;
import org.assay.launcher.Ports;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long pages take where there are many funds, and one with many lots: {@code -Dassay.drill=pages}. It prints the median and
 * the 95th percentile of each page, asked for one after another by one person; nothing is asserted of them.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = "pages")
class PageSpeedDrillIT {
    /** Two business days of most funds are due. */
    private static final String NOW = "2026-01-07T12:00:00Z";

    private static final int FUNDS = Integer.getInteger("assay.drill.funds", 500);
    private static final int LOTS = Integer.getInteger("assay.drill.lots", 100_000);
    private static final int WARM = 5;
    private static final int ASKED = 40;
    private static final String LARGE = "ILL-LOTS";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.anyFree();
    private final URI desk = URI.create("http://127.0.0.1:%s/assay/".formatted(Integer.toString(port)));

    @TempDir
    private Path folder;

    @Test
    void pages_with_many_funds_and_lots() throws Exception {
        try (Launched running = launch()) {
            running.awaitUp();
            bringAll();
            awaitQuiet();
            String day = lastDay();
            Visitor visitor = new Visitor();
            visitor.signIn(desk, DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD);
            System.out.printf("pages of %s funds, and one of %s lots%n", FUNDS, LOTS);
            for (String page : List.of(
                    "today.xhtml",
                    "prices.xhtml",
                    "corrections.xhtml",
                    "night.xhtml",
                    "audit.xhtml",
                    "fund.xhtml?id=ILL-SMALL-0007",
                    "strike.xhtml?fund=ILL-SMALL-0000&date=2026-01-06",
                    "facts.xhtml?fund=ILL-SMALL-0000",
                    "fund.xhtml?id=" + LARGE,
                    "facts.xhtml?fund=" + LARGE,
                    "lots.xhtml?id=%s&sort=-cost".formatted(LARGE),
                    "terms.xhtml?fund=" + LARGE,
                    "strike.xhtml?fund=%s&date=%s".formatted(LARGE, day))) {
                time(visitor, page);
            }
        }
    }

    private void time(Visitor visitor, String page) throws IOException, InterruptedException {
        long[] millis = new long[ASKED];
        for (int i = -WARM; i < ASKED; i++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = visitor.get(desk.resolve(page));
            long took = (System.nanoTime() - began) / 1_000_000;
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "| %s | %d ms | %d ms |%n", page, millis[ASKED / 2], millis[ASKED * 95 / 100]);
    }

    private void bringAll() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (long seed = 0; seed < FUNDS; seed++) {
                byte[] zip = SmallFunds.zip(SmallFund.of(seed).pack());
                tasks.add(() -> send("api/funds", Optional.of(zip)).statusCode());
            }
            byte[] large = SmallFunds.zip(large());
            tasks.add(() -> send("api/funds", Optional.of(large)).statusCode());
            for (Future<Integer> brought : four.invokeAll(tasks)) {
                assertThat(brought.get()).isEqualTo(201);
            }
        } finally {
            four.shutdown();
        }
    }

    /** A small fund whose first purchase is made a hundred thousand times, in crumbs. */
    private static FundPack large() {
        SmallFund small = SmallFund.of(1);
        FundPack pack = new SmallFund(LARGE, 1, small.market(), small.first(), small.last()).pack();
        Trade first = pack.facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.quantity().signum() > 0)
                .findFirst()
                .orElseThrow();
        List<Fact> facts = new ArrayList<>(pack.facts());
        Quantity crumb = new Quantity(new BigDecimal("0.0001"));
        for (int i = 0; i < LOTS; i++) {
            Stamp stamp = first.stamp();
            facts.add(new Trade(
                    new Stamp(
                            String.format(Locale.ROOT, "L-%06d", i),
                            stamp.effective(),
                            stamp.recorded(),
                            Optional.empty(),
                            stamp.source()),
                    first.tradeDate(),
                    first.settleDate(),
                    first.instrument(),
                    first.location(),
                    crumb,
                    first.price(),
                    first.commission(),
                    first.feeInKind(),
                    Optional.empty()));
        }
        return OverRest.with(pack, pack.fund(), facts, pack.quotes());
    }

    private void awaitQuiet() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        while (!send("api/night?days=0&cycles=0", Optional.empty()).body().contains("\"quiet\":true")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(1_000);
        }
    }

    /** The last day the large fund is struck. */
    private String lastDay() throws IOException, InterruptedException {
        for (LocalDate day = LocalDate.of(2026, 1, 7); ; day = day.minusDays(1)) {
            HttpResponse<String> answer = send("api/funds/%s/strikes/%s".formatted(LARGE, day), Optional.empty());
            if (answer.statusCode() == 200) {
                return day.toString();
            }
            assertThat(day).isAfter(LocalDate.of(2026, 1, 1));
        }
    }

    private HttpResponse<String> send(String path, Optional<byte[]> zip) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", DemoFund.basic(DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD));
        zip.ifPresent(
                bytes -> request.header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(bytes)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Launched launch() throws IOException {
        return Launched.start(
                folder.resolve("said.txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + port,
                        "assay.management.port=" + Ports.anyFree(),
                        "assay.db.port=" + Ports.anyFree(),
                        "assay.demo=false"),
                Map.of(
                        "ASSAY_CLOCK",
                        NOW,
                        "ASSAY_DEMO_OPERATOR_PASSWORD",
                        DemoFund.OPERATOR_PASSWORD,
                        "ASSAY_DEMO_APPROVER_PASSWORD",
                        DemoFund.APPROVER_PASSWORD));
    }
}
