package org.assay.ejb.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.db.Arrival;
import org.assay.db.AskedBy;
import org.assay.db.BroughtFund;
import org.assay.db.FundStore;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.ejb.Strikes;
import org.assay.ejb.StruckNavs;
import org.assay.pack.demo.IllustrativeFund;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.Manifest;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Schedule;
import org.assay.pack.table.Refusals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two people send trades of a day, a file of two each, while the day is struck, by clocks that say it is not over yet.
 * A file comes before the cut or after it, never half; and what comes after is in the next day.
 */
class LateTradeIT {
    private static final int DAYS = 100;
    private static final int QUICK_DAYS = 25;
    private static final int FUNDS = 10;

    /** Within which the three ask for the fund's lock. */
    private static final int SPREAD_MILLIS = 12;

    private static final String TRADES = """
            id,effective,corrects,source,trade_date,settle_date,instrument,location,side,quantity,price,commission,fee_quantity,programme
            %1$s-a,%2$s,,drill,%3$s,%3$s,RENDER,VAULT,BUY,%4$s,7.01,,,
            %1$s-b,%2$s,,drill,%3$s,%3$s,AKT,VAULT,BUY,%4$s,3.01,,,
            """;

    /** In a strike: how many trades were taken by their own day, and how many by a later one. */
    private static final String BEFORE_AND_AFTER = """
            select count(*) filter (where s.date = t.trade_date), count(*) filter (where s.date > t.trade_date)
            from assay.trades t join assay.strike_fact f on f.fund = t.fund and f.fact = t.id
            join assay.strike s on s.id = f.strike where t.source = 'drill' and t.fund = '%s'""";

    private static final List<String> NOTHING_IS_FOUND_BY = List.of("""
            select 'taken by no strike, or by two: ' || t.id from assay.trades t
            left join assay.strike_fact f on f.fund = t.fund and f.fact = t.id
            where t.source = 'drill' and t.fund = '%s' group by t.fund, t.id having count(f.strike) <> 1""", """
            select 'a file on both sides of a cut: ' || t.file from assay.trades t
            join assay.strike_fact f on f.fund = t.fund and f.fact = t.id
            where t.source = 'drill' and t.fund = '%s' group by t.file having count(distinct f.strike) > 1""", """
            select 'taken by a strike that could not know it, or not by the one that did: ' || t.id from assay.trades t
            join assay.strike_fact f on f.fund = t.fund and f.fact = t.id join assay.strike s on s.id = f.strike
            join assay.strike own on own.fund = t.fund and own.date = t.trade_date
            where t.source = 'drill' and t.fund = '%s'
              and (t.recorded > s.known or (t.recorded <= own.known) <> (s.id = own.id))""");

    @TempDir
    private static Path folder;

    private static DrillDatabase database;

    private static boolean isQuick() {
        return System.getProperty("assay.drill", "").isEmpty();
    }

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 0; seed < (isQuick() ? 1 : FUNDS); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @BeforeAll
    static void start() throws SQLException, IOException {
        database = DrillDatabase.make(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_trade_comes_before_the_cut_or_after_it_and_never_half(long seed) throws Exception {
        String fund = "LATE-" + seed;
        FundPack pack = bring(fund);
        int days = isQuick() ? QUICK_DAYS : DAYS;
        Schedule schedule = KnownFund.of(pack, Optional.empty()).schedule();
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate date = pack.fund().inception();
        ExecutorService hands = Executors.newFixedThreadPool(3);
        try (Connection strikes = open();
                Connection reads = open();
                Connection first = open();
                Connection second = open()) {
            for (int day = 0; day <= days; day++) {
                boolean isLast = day == days;
                round(
                        hands,
                        strike(strikes, reads, StrikeId.scheduled(fund, date), random.nextInt(SPREAD_MILLIS)),
                        isLast
                                ? List.of()
                                : List.of(
                                        send(first, pack, schedule, date, "1", random.nextInt(SPREAD_MILLIS)),
                                        send(second, pack, schedule, date, "2", random.nextInt(SPREAD_MILLIS))));
                date = schedule.first(date.plusDays(1), LocalDate.of(2026, 5, 29))
                        .orElseThrow();
            }
        } finally {
            hands.shutdown();
        }
        check(fund, days);
    }

    private static FundPack bring(String fund) throws SQLException {
        FundPack demo = IllustrativeFund.pack();
        FundPack pack = new FundPack(
                new Manifest(1, fund, true, demo.manifest().known(), Optional.empty(), Optional.empty()),
                DrillFunds.renamed(demo.fund(), fund),
                demo.instruments(),
                demo.identifiers(),
                demo.calendarDays(),
                demo.facts(),
                demo.quotes(),
                demo.rates(),
                demo.opening(),
                Optional.empty(),
                demo.origins());
        try (Connection connection = open()) {
            BroughtFund.bring(connection, pack, "operator");
            connection.commit();
        }
        return pack;
    }

    private static Connection open() throws SQLException {
        Connection connection = database.application(DrillDatabase.BOOKS);
        connection.setAutoCommit(false);
        return connection;
    }

    /** All at once. */
    private static void round(ExecutorService hands, Callable<Boolean> strike, List<Callable<Boolean>> senders)
            throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(1 + senders.size());
        List<Future<Boolean>> work = new ArrayList<>();
        List<Callable<Boolean>> all = new ArrayList<>(senders);
        all.add(strike);
        for (Callable<Boolean> one : all) {
            work.add(hands.submit(() -> {
                barrier.await();
                return one.call();
            }));
        }
        for (Future<Boolean> done : work) {
            assertThat(done.get()).isTrue();
        }
    }

    private static Callable<Boolean> strike(Connection writes, Connection reads, StrikeId strike, int millis) {
        return () -> {
            Pause.millis(millis);
            Strikes strikes = new Strikes(
                    new FundStore(StrikerHand.giving(writes, () -> {}, () -> {})),
                    new StrikeStore(StrikerHand.giving(writes, () -> {}, () -> {})),
                    new Snapshots(StrikerHand.giving(reads, () -> {}, () -> {})),
                    new Years(DrillDatabase.applicationSource(database.port(), DrillDatabase.BOOKS, "years")));
            boolean goesOn = strikes.strike(strike, new AskedBy("schedule", Optional.of("drill"), "striker"));
            writes.commit();
            return goesOn;
        };
    }

    /** As the intake does it: the fund's lock, the moment, the file with its rows, all in one transaction. */
    private static Callable<Boolean> send(
            Connection connection, FundPack pack, Schedule schedule, LocalDate date, String sender, int millis) {
        String fund = pack.fund().fund();
        Instant clock = schedule.known(date).minusSeconds(1);
        byte[] content = TRADES.formatted(
                        "%s-%s".formatted(date, sender),
                        schedule.valuationPoint(date).minusSeconds(60),
                        date,
                        String.format(Locale.ROOT, "%s.5", sender))
                .getBytes(StandardCharsets.UTF_8);
        return () -> {
            Pause.millis(millis);
            FundStore funds = new FundStore(StrikerHand.giving(connection, () -> {}, () -> {}));
            funds.lock(fund);
            Instant recorded = funds.moment(fund, clock);
            Arrival file = new Arrival(
                    fund, "trades", sender, PackFiles.sha256(content), Optional.of(recorded), "sender " + sender);
            append(funds, file, trades(pack), content);
            connection.commit();
            return true;
        };
    }

    private static Arriving<?> trades(FundPack pack) {
        return FundTables.of(pack.fund(), pack.instruments()).arriving().stream()
                .filter(kind -> kind.kind().equals("trades"))
                .findFirst()
                .orElseThrow();
    }

    private static <T> void append(FundStore funds, Arrival file, Arriving<T> kind, byte[] content) {
        Refusals refusals = new Refusals();
        List<T> rows =
                kind.read(content, file.recorded().orElseThrow(), refusals).values();
        assertThat(refusals.sorted()).isEmpty();
        funds.append(file, content, kind.table(), rows);
    }

    private static void check(String fund, int days) throws SQLException {
        try (Connection books = database.superuser(DrillDatabase.BOOKS)) {
            for (String question : NOTHING_IS_FOUND_BY) {
                assertThat(Invariants.rows(books, question.formatted(fund))).isEmpty();
            }
            assertThat(Invariants.unbalanced(books)).isEmpty();
            System.out.printf(
                    "%s: trades before the cut and after it %s%n",
                    fund,
                    Invariants.rows(books, BEFORE_AND_AFTER.formatted(fund)).get(0));
        }
        try (Connection reads = open();
                Snapshot snapshot = new Snapshots(StrikerHand.giving(reads, () -> {}, () -> {})).open()) {
            List<StrikeHead> heads = snapshot.strikes(fund, LocalDate.EPOCH, LocalDate.of(2026, 5, 29));
            assertThat(heads).hasSize(days + 1);
            // Throws when a NAV struck again has other digests than those it was kept with.
            heads.forEach(head -> new StruckNavs().restrike(snapshot, head));
        }
    }
}
