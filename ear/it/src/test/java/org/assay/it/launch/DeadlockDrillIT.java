package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.db.chain.Verifier;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight people send facts and prices, sign, decide branches, ask for reports and strikes and bring funds of ever other years, on
 * six funds in crossing order, while the night strikes and replays. Ten minutes; {@code -Dassay.drill.seconds} for another time.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = "faults")
class DeadlockDrillIT {
    private static final int WRITERS = 8;
    private static final int FUNDS = 6;
    private static final Duration HOW_LONG = Duration.ofSeconds(Integer.getInteger("assay.drill.seconds", 600));

    private static final String IN_THE_BOOKS = """
            select 'file ' || fund || ' ' || kind || ' ' || sha256 from assay.file where outcome = 'TAKEN'
            union all
            select 'approval ' || s.fund || ' ' || s.result from assay.decision d
                join assay.strike s on s.id = d.strike and s.date = d.date
            union all
            select 'branch ' || b.fund || ' ' || b.id from assay.branch_decision d join assay.branch b on b.id = d.branch
            union all
            select 'fund ' || id from assay.fund""";

    private static final List<String> NOTHING_IS_FOUND_BY = List.of(
            """
            select 'in two strikes that count: ' || f.fund || ' ' || f.fact from assay.strike_fact f
            join assay.strikes_at('infinity') s on s.id = f.strike and s.date = f.date
            where s.counts group by f.fund, f.fact having count(*) > 1""",
            """
            select 'half a strike: ' || s.id from assay.strike s where s.version > 0
            and (not exists (select from assay.nav n where n.strike = s.id)
                 or not exists (select from derived.struck d where d.strike = s.id))""",
            """
            select 'out of balance: ' || strike || ' ' || entry from assay.journal group by strike, entry, currency
            having sum(debit) <> sum(credit) or sum(local_amount) <> 0""",
            "select 'refused by the developers: ' || fund || ' ' || reason from assay.refusal where code = 'FAILED'");

    @TempDir
    private Path folder;

    @Test
    void eight_who_write_in_crossing_order_wait_for_nobody_for_ever_and_lose_nothing() throws Exception {
        try (Cluster cluster = Cluster.of(1, folder, Map.of("ASSAY_CLOCK", "2026-06-05T20:00:00Z"))) {
            Node node = cluster.node(0);
            node.start();
            node.awaitReady();
            List<String> funds = bring(node);
            cluster.await("select count(distinct fund) from assay.strike where date = '2026-06-04'", "6");
            List<CrossingWriter> writers = writeAll(node, funds);
            tell(cluster, writers);
            List<String> books = cluster.rows(IN_THE_BOOKS);
            assertThat(books).doesNotHaveDuplicates();
            for (CrossingWriter writer : writers) {
                assertThat(writer.broken()).isEmpty();
                assertThat(books).containsAll(writer.acknowledged());
            }
            for (String question : NOTHING_IS_FOUND_BY) {
                assertThat(cluster.rows(question)).isEmpty();
            }
            assertThat(cluster.rows("select deadlocks from pg_stat_database where datname = 'assay'"))
                    .containsExactly("0");
            assertThat(flaws(cluster)).isEmpty();
        }
    }

    private static List<String> bring(Node node) throws IOException, InterruptedException {
        List<String> funds = new ArrayList<>();
        for (int i = 0; i < FUNDS; i++) {
            FundPack pack = new SmallFund(
                            "ILL-CROSSED-" + i,
                            i,
                            new SmallFund.Market(
                                    "16:00",
                                    "America/New_York",
                                    List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                    List.of()),
                            LocalDate.of(2026, 5, 18),
                            LocalDate.of(2026, 6, 5))
                    .pack();
            assertThat(node.bring(SmallFunds.zip(pack)).statusCode()).isEqualTo(201);
            funds.add(pack.fund().fund());
        }
        return funds;
    }

    private static List<CrossingWriter> writeAll(Node node, List<String> funds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<CrossingWriter>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                CrossingWriter writer = new CrossingWriter(node, i, funds);
                work.add(() -> writer.write(HOW_LONG));
            }
            List<CrossingWriter> writers = new ArrayList<>();
            for (Future<CrossingWriter> written : threads.invokeAll(work)) {
                writers.add(written.get());
            }
            return writers;
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> flaws(Cluster cluster) throws SQLException, IOException {
        try (Connection connection = cluster.connect("assay")) {
            // The night goes on meanwhile: rows and links must be those of one moment.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return Verifier.verify(connection, Optional.empty()).flaws().stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    /** For docs/reliability.md. */
    private static void tell(Cluster cluster, List<CrossingWriter> writers) throws SQLException {
        SortedMap<String, Integer> answers = new TreeMap<>();
        writers.forEach(
                writer -> writer.answers().forEach((answer, count) -> answers.merge(answer, count, Integer::sum)));
        System.out.printf(
                Locale.ROOT,
                "%s s: %s; acknowledged %s, faults of ours %s, deadlocks %s; in the books: %s strikes, %s branches, %s years%n",
                HOW_LONG.toSeconds(),
                answers,
                writers.stream()
                        .mapToInt(writer -> writer.acknowledged().size())
                        .sum(),
                writers.stream().mapToInt(writer -> writer.broken().size()).sum(),
                cluster.rows("select deadlocks from pg_stat_database where datname = 'assay'"),
                cluster.rows("select count(*) from assay.strike where version > 0"),
                cluster.rows("select count(*) from assay.branch"),
                cluster.rows("select count(distinct extract(year from date)) from assay.strike"));
    }
}
