package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.ejb.StruckNavs;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A base backup and the archived log, restored to twenty moments of a night, as docs/operations.md tells. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "restore")
class RestoreDrillIT {
    private static final int MOMENTS = 20;
    private static final String DAYS = "102";

    @TempDir
    private Path folder;

    @Test
    void restored_to_any_moment_the_books_are_whole_and_strike_again_to_the_same_digests() throws Exception {
        assumeTrue(OperatorsPostgres.isHere(), "no PostgreSQL on this machine: -Dassay.postgres=<folder of initdb>");
        OperatorsPostgres.own(folder);
        OperatorsPostgres.own(folder.resolve("archive"));
        Instant begun;
        Instant ended;
        List<String> commits;
        try (OperatorsPostgres books = OperatorsPostgres.make(folder.resolve("books"), archiving())) {
            try (Node node = node(books, "first")) {
                node.start();
                node.awaitReady();
                books.backup(folder.resolve("backup"));
                begun = now(books);
                assertThat(node.bring(DemoFund.pack()).statusCode()).isEqualTo(201);
                awaitStruck(books);
                ended = now(books);
            }
            commits = books.rows("select pg_xact_commit_timestamp(xmin) from assay.strike order by date");
            books.rows("select pg_switch_wal()");
            String last = books.rows("select pg_walfile_name(pg_switch_wal())").get(0);
            while (books.rows("select last_archived_wal from pg_stat_archiver")
                            .get(0)
                            .compareTo(last)
                    < 0) {
                Thread.sleep(100);
            }
        }
        SplittableRandom random = new SplittableRandom(29);
        long span = begun.until(ended, ChronoUnit.MICROS);
        for (int moment = 1; moment <= MOMENTS; moment++) {
            check(begun.plus(random.nextLong(span), ChronoUnit.MICROS), commits, moment == MOMENTS);
        }
    }

    private void check(Instant moment, List<String> commits, boolean goesOn) throws Exception {
        Path data = folder.resolve("restored");
        long before = System.nanoTime();
        new ProcessBuilder("cp", "-a", folder.resolve("backup").toString(), data.toString())
                .start()
                .waitFor();
        try (OperatorsPostgres restored = OperatorsPostgres.restore(data, to(moment))) {
            while (restored.rows("select pg_is_in_recovery()").equals(List.of("t"))) {
                Thread.sleep(50);
            }
            double seconds = Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0;
            int struck = (int) commits.stream()
                    .filter(commit -> !instant(commit).isAfter(moment))
                    .count();
            assertThat(digests(restored))
                    .containsExactlyElementsOf(Cluster.undisturbed().subList(0, struck));
            assertThat(restored.rows("""
                            select strike || ' ' || entry from assay.journal group by strike, entry, currency
                            having sum(debit) <> sum(credit)""")).as("entries that do not balance").isEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "restored to %s in %.1f s: %s days, %s struck again to the same digests%n",
                    moment,
                    seconds,
                    struck,
                    restrike(restored));
            if (goesOn) {
                goOn(restored);
            }
        }
        new ProcessBuilder("rm", "-r", data.toString()).start().waitFor();
    }

    /** Each throws where its digests differ. */
    private static int restrike(OperatorsPostgres restored) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(restored.url("assay"));
        source.setUser("assay_app");
        try (Snapshot snapshot = new Snapshots(source).open()) {
            List<StrikeHead> heads = snapshot.strikes(DemoFund.ID, LocalDate.EPOCH, LocalDate.of(2027, 1, 1));
            heads.forEach(head -> new StruckNavs().restrike(snapshot, head));
            return heads.size();
        }
    }

    /** A server on what was restored ends the night as if nothing had been. */
    private void goOn(OperatorsPostgres restored) throws Exception {
        try (Node node = node(restored, "second")) {
            node.start();
            node.awaitReady();
            assertThat(node.bring(DemoFund.pack()).statusCode()).isBetween(200, 201);
            awaitStruck(restored);
            assertThat(digests(restored)).containsExactlyElementsOf(Cluster.undisturbed());
        }
    }

    private Node node(OperatorsPostgres books, String home) {
        var settings = new java.util.HashMap<>(books.environment());
        settings.put("ASSAY_CLOCK", "2026-05-30T20:00:00Z");
        settings.put("ASSAY_DEMO_OPERATOR_PASSWORD", DemoFund.OPERATOR_PASSWORD);
        settings.put("ASSAY_DEMO_APPROVER_PASSWORD", DemoFund.APPROVER_PASSWORD);
        return new Node(Server.Node.SINGLE, folder.resolve(home), settings);
    }

    private static List<String> digests(OperatorsPostgres books) throws Exception {
        return books.rows("select date || ' ' || version || ' inputs ' || inputs || ' result ' || result"
                + " from assay.strike order by date");
    }

    private static void awaitStruck(OperatorsPostgres books) throws Exception {
        for (int tries = 0; !books.rows("select count(*) from assay.strike").equals(List.of(DAYS)); tries++) {
            assertThat(tries).as("tries").isLessThan(3_000);
            Thread.sleep(100);
        }
    }

    private static Instant now(OperatorsPostgres books) throws Exception {
        return instant(books.rows("select clock_timestamp()").get(0));
    }

    /** As PostgreSQL writes it in UTC: {@code 2026-01-05 21:00:00.123456+00}. */
    private static Instant instant(String text) {
        return Instant.parse(text.replace(' ', 'T').replaceAll("\\+00$", "Z"));
    }

    private List<String> archiving() {
        return List.of(
                "timezone = 'UTC'",
                "wal_level = replica",
                "archive_mode = on",
                "archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'".formatted(folder.resolve("archive")),
                "track_commit_timestamp = on");
    }

    private List<String> to(Instant moment) {
        return List.of(
                "archive_mode = off",
                "restore_command = 'cp %s/%%f %%p'".formatted(folder.resolve("archive")),
                // Where a time is read before the names of zones are: no Z.
                "recovery_target_time = '%s'".formatted(moment.toString().replace("Z", "+00")),
                "recovery_target_action = 'promote'");
    }
}
