package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.db.chain.ChainHead;
import org.assay.db.chain.ChainState;
import org.assay.db.chain.RootFolder;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Ports;
import org.assay.launcher.Server;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, each in its turn: of the database, and of everything that is written beside it. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "faults")
class FullDiskDrillIT {
    private static final int FUNDS = 4;
    private static final int TIMES = 3;
    private static final String FULL = "No space left on device";
    private static final String COUNT = "select count(*) from assay.strike";
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_of_the_database_stops_the_night_and_halves_no_strike() throws Exception {
        assumeTrue(OperatorsPostgres.isHere(), "no PostgreSQL on this machine: -Dassay.postgres=<folder of initdb>");
        OperatorsPostgres.own(folder);
        List<FundPack> packs = FaultFunds.packs(FUNDS);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 256);
                OperatorsPostgres books = OperatorsPostgres.make(
                        disk.folder().resolve("books"), List.of("max_wal_size = 64MB", "min_wal_size = 32MB"));
                Node node = node(books.environment())) {
            node.start();
            node.awaitReady();
            for (FundPack pack : packs) {
                FaultFunds.bring(node, pack);
            }
            for (int time = 1; time <= TIMES; time++) {
                await(books, FUNDS * FaultFunds.DAYS * time / (TIMES + 2));
                long said = node.said(FULL);
                disk.fill(0);
                node.awaitSaid(FULL, said + 1);
                Thread.sleep(5_000);
                boolean isUp = books.isUp();
                if (isUp) {
                    assertNothingIsHalf(books);
                }
                disk.clear();
                long cleared = System.nanoTime();
                books.startIfItEnded();
                int struck = count(books);
                await(books, struck + 1);
                System.out.printf(
                        Locale.ROOT,
                        "database's disk full at %s strikes: PostgreSQL %s; next strike %.1f s after there was room%n",
                        struck,
                        isUp ? "answers" : "is down",
                        (System.nanoTime() - cleared) / 1e9);
            }
            await(books, FUNDS * FaultFunds.DAYS);
            assertThat(books.rows(SmallFunds.STRIKES))
                    .containsExactlyInAnyOrderElementsOf(FaultFunds.undisturbed(packs));
            assertNothingIsHalf(books);
        }
    }

    @Test
    void full_disks_of_the_log_the_roots_and_the_uploads_stop_no_strike_and_keep_nothing_cut_off() throws Exception {
        List<FundPack> packs = FaultFunds.packs(FUNDS);
        try (SmallDisk log = SmallDisk.mount(folder.resolve("assay-1/server/log"), 8);
                SmallDisk roots = SmallDisk.mount(folder.resolve("roots"), 8);
                SmallDisk uploads = SmallDisk.mount(folder.resolve("uploads"), 32);
                Cluster cluster = Cluster.of(
                        1,
                        folder,
                        Map.of(
                                "ASSAY_CLOCK",
                                FaultFunds.CLOCK.toString(),
                                "ASSAY_ROOTS",
                                roots.folder().toString(),
                                "_JAVA_OPTIONS",
                                "-Djava.io.tmpdir=" + uploads.folder()))) {
            roots.fill(0);
            cluster.start();
            Node node = cluster.node(0);
            uploads.fill(PAGE);
            assertThat(node.bring(SmallFunds.zip(packs.get(0))).statusCode()).isEqualTo(500);
            assertThat(cluster.rows("select id from assay.fund")).isEmpty();
            assertThat(cluster.rows("select name from assay.file")).isEmpty();
            uploads.clear();
            log.fill(0);
            for (FundPack pack : packs) {
                FaultFunds.bring(node, pack);
            }
            // Fonts of a report are loaded by way of temporary files.
            uploads.fill(PAGE);
            cluster.await(COUNT, Integer.toString(FUNDS * FaultFunds.DAYS));
            assertThat(cluster.rows(SmallFunds.STRIKES))
                    .containsExactlyInAnyOrderElementsOf(FaultFunds.undisturbed(packs));
            assertThat(filesIn(roots.folder())).containsExactly("ballast");
            log.clear();
            node.awaitSaid(FULL, node.said(FULL) + 1);
            node.awaitSaid("the fonts of the report were not loaded", 1);
            assertThat(cluster.rows("select count(*) from assay.report where kind = 'nav-pack'"))
                    .containsExactly("0");
            roots.clear();
            awaitFile(roots.folder(), "root-000001.txt");
            assertThat(new RootFolder(roots.folder()).last())
                    .as("whole")
                    .hasValueSatisfying(root -> assertThat(root.state().heads()).hasSizeGreaterThan(FUNDS));
            uploads.clear();
            node.stop();
            cluster.start();
            cluster.await("select count(*) from assay.report", Integer.toString(FUNDS * 2));
        }
    }

    @Test
    void a_root_is_written_whole_or_not_at_all_however_much_room_there_is() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            ChainState state = new ChainState(
                    1,
                    IntStream.range(0, 200)
                            .mapToObj(fund -> new ChainHead("FUND-" + (1_000 + fund), 1, "0".repeat(64)))
                            .toList());
            int pages = 0;
            Optional<Path> written = Optional.empty();
            while (written.isEmpty()) {
                Path roots = disk.folder().resolve("roots");
                Files.createDirectories(roots);
                disk.fill(pages * (long) PAGE);
                try {
                    written = new RootFolder(roots).write(LocalDate.EPOCH, FaultFunds.CLOCK, state);
                } catch (IOException full) {
                    assertThat(filesIn(roots)).as("with %s pages left", pages).isEmpty();
                }
                disk.clear();
                pages++;
            }
            System.out.printf(
                    "a root of %s bytes: refused with 0 to %s pages left%n", Files.size(written.get()), pages - 2);
            assertThat(pages).isGreaterThan(4);
            assertThat(new RootFolder(disk.folder().resolve("roots")).last()).isPresent();
        }
    }

    @Test
    void the_offline_command_leaves_no_half_of_a_result() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            disk.fill(16L * PAGE);
            Path out = disk.folder().resolve("out");
            Process replay = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            root().resolve("ejb/pack/target/assay.jar").toString(),
                            "replay",
                            root().resolve("ejb/pack/demo/ill-compute").toString(),
                            "--out",
                            out.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("replay.txt").toFile())
                    .start();
            assertThat(replay.waitFor()).isPositive();
            assertThat(Files.readString(folder.resolve("replay.txt"))).contains(FULL);
            assertThat(filesIn(disk.folder())).containsExactly("ballast");
        }
    }

    @Test
    void the_launcher_saves_no_half_of_a_report() throws Exception {
        try (SmallDisk reports = SmallDisk.mount(folder.resolve("home/reports"), 1)) {
            reports.fill(2L * PAGE);
            try (Launched full = launch("full")) {
                assertThat(full.awaitEnd()).as(full.said()).isEqualTo(1);
                assertThat(full.said()).contains(FULL);
            }
            assertThat(filesIn(reports.folder())).containsExactly("ballast");
            reports.clear();
            try (Launched room = launch("room")) {
                assertThat(room.awaitEnd()).as(room.said()).isZero();
            }
            assertThat(filesIn(reports.folder()))
                    .containsExactly("ILL-COMPUTE-2026-05-29.pdf", "ILL-COMPUTE-2026-05-29.xlsx");
        }
    }

    private Launched launch(String name) throws IOException {
        return Launched.start(
                folder.resolve(name + ".txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + Ports.anyFree(),
                        "assay.management.port=" + Ports.anyFree(),
                        "assay.demo=ill-compute",
                        "assay.exit=true"),
                Map.of());
    }

    private Node node(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("ASSAY_CLOCK", FaultFunds.CLOCK.toString());
        settings.put("ASSAY_DEMO_OPERATOR_PASSWORD", DemoFund.OPERATOR_PASSWORD);
        settings.put("ASSAY_DEMO_APPROVER_PASSWORD", DemoFund.APPROVER_PASSWORD);
        return new Node(new Server.Node("assay", Optional.empty()), folder.resolve("house"), settings);
    }

    private static void assertNothingIsHalf(OperatorsPostgres books) throws SQLException {
        List<String> broken = new ArrayList<>();
        for (String question : KillDrillIT.BROKEN) {
            broken.addAll(books.rows(question));
        }
        assertThat(broken).isEmpty();
    }

    private static int count(OperatorsPostgres books) throws SQLException {
        return Integer.parseInt(books.rows(COUNT).get(0));
    }

    private static void await(OperatorsPostgres books, int strikes) throws SQLException, InterruptedException {
        for (int tries = 0; count(books) < strikes; tries++) {
            assertThat(tries).as("tries to see %s strikes", strikes).isLessThan(6_000);
            Thread.sleep(50);
        }
    }

    private static void awaitFile(Path folder, String name) throws InterruptedException {
        for (int tries = 0; !Files.exists(folder.resolve(name)); tries++) {
            assertThat(tries).as("tries to see %s", name).isLessThan(1_200);
            Thread.sleep(50);
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("assay.root"));
    }
}
