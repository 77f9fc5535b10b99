package org.assay.ejb.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.db.AskedBy;
import org.assay.db.BooksBusy;
import org.assay.db.BroughtFund;
import org.assay.db.FundStore;
import org.assay.db.Snapshots;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.ejb.Strikes;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A year nobody has struck in yet, and a strike that stands still. */
class TurnOfYearIT {
    @TempDir
    private static Path folder;

    private static DrillDatabase database;

    @BeforeAll
    static void start() throws SQLException, IOException {
        database = DrillDatabase.make(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void the_first_strike_of_a_year_keeps_no_other_fund_and_no_new_one_waiting() throws SQLException {
        LocalDate first = LocalDate.of(2027, 1, 4);
        bring("FIRST", first);
        bring("OTHER", first);
        try (Connection stands = transaction();
                Connection goesOn = transaction()) {
            strike(stands, "FIRST", first);
            strike(goesOn, "OTHER", first);
            goesOn.commit();
            assertThat(struckIn(2027)).containsExactly("OTHER");
            bring("BROUGHT", first);
            stands.commit();
            assertThat(struckIn(2027)).containsExactly("FIRST", "OTHER");
        }
    }

    @Test
    void who_opens_a_year_gives_way_to_those_who_strike() throws SQLException {
        LocalDate first = LocalDate.of(2030, 1, 7);
        bring("STANDS", first);
        bring("BEHIND", first);
        try (Connection stands = transaction();
                Connection goesOn = transaction()) {
            strike(stands, "STANDS", first);
            Instant asked = Instant.now();
            assertThatThrownBy(() -> years().open(LocalDate.of(2031, 1, 1))).isInstanceOf(BooksBusy.class);
            assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            strike(goesOn, "BEHIND", first);
            goesOn.commit();
            stands.commit();
            years().open(LocalDate.of(2031, 1, 1));
            assertThat(tablesOf(2031)).hasSize(9);
        }
    }

    @Test
    void a_year_is_opened_once_by_two_at_once() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> open = () -> {
                years().open(LocalDate.of(2033, 7, 1));
                return tablesOf(2033);
            };
            for (Future<List<String>> tables : two.invokeAll(List.of(open, open))) {
                assertThat(tables.get()).hasSize(9);
            }
        } finally {
            two.shutdown();
        }
    }

    private static void bring(String fund, LocalDate first) throws SQLException {
        SmallFund small = new SmallFund(fund, 0, SmallFund.of(0).market(), first, first.plusDays(4));
        try (Connection connection = transaction()) {
            BroughtFund.bring(connection, small.pack(), "operator");
            connection.commit();
        }
    }

    /** Not committed. */
    private static void strike(Connection writes, String fund, LocalDate date) {
        Strikes strikes = new Strikes(
                new FundStore(StrikerHand.giving(writes, () -> {}, () -> {})),
                new StrikeStore(StrikerHand.giving(writes, () -> {}, () -> {})),
                new Snapshots(source()),
                years());
        assertThat(strikes.strike(
                        StrikeId.scheduled(fund, date), new AskedBy("schedule", Optional.of("drill"), "striker")))
                .isTrue();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = source().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Years years() {
        return new Years(source());
    }

    /** Whoever waits for a lock fails, as on the server. */
    private static PGSimpleDataSource source() {
        PGSimpleDataSource source =
                DrillDatabase.applicationSource(database.port(), DrillDatabase.BOOKS, "turn of the year");
        source.setOptions("-c lock_timeout=5s");
        return source;
    }

    private static List<String> struckIn(int year) throws SQLException {
        return rows("select fund from assay.strike where extract(year from date) = %s order by fund", year);
    }

    private static List<String> tablesOf(int year) throws SQLException {
        return rows(
                "select inhrelid::regclass::text from pg_inherits where inhrelid::regclass::text like 'assay.%%\\_%s'",
                year);
    }

    private static List<String> rows(String question, int year) throws SQLException {
        try (Connection books = database.superuser(DrillDatabase.BOOKS)) {
            return Invariants.rows(books, question.formatted(Integer.toString(year))).stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }
}
