package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** What goes into the database comes out as it went in, and a NAV struck from it is the offline command's. */
class BooksTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate BEFORE_LAST = LocalDate.of(2026, 5, 28);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 29);

    @TempDir
    private static Path offline;

    @Test
    void every_day_has_the_digests_of_the_offline_command() throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            List<String> struck = snapshot.strikes(StruckFund.FUND.id(), FIRST, LAST).stream()
                    .map(head -> "%s %s inputs %s result %s"
                            .formatted(
                                    head.date(),
                                    Integer.toString(head.strike().version()),
                                    head.inputs(),
                                    head.result()))
                    .toList();
            Path golden = Path.of(System.getProperty("assay.root"), "ejb/pack/src/test/resources/demo/digest.txt");
            assertThat(struck).hasSize(102).containsExactlyElementsOf(Files.readAllLines(golden));
        }
    }

    /** COPY of a table, with its numbers freed of idle zeros, is the offline command's file. */
    @ParameterizedTest
    @ValueSource(strings = {"nav", "journal", "movements", "controls"})
    void a_table_is_the_file_of_its_name(String name) throws SQLException, IOException {
        Path folder = Files.createDirectories(offline.resolve(name));
        Run.of(StruckFund.PACK, Optional.empty(), Optional.empty(), Optional.empty())
                .write(folder, (strike, findings) -> {});
        List<String> file = Files.readAllLines(folder.resolve(name + ".csv"));
        assertThat(rows(name, file.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        file.stream().skip(1).map(BooksTest::plain).toList());
    }

    @Test
    void books_come_back_as_they_were_closed() throws SQLException {
        TestDatabase database = StruckFund.database();
        try (Connection connection = database.app().getConnection();
                Snapshot snapshot = Snapshot.of(database.app().getConnection())) {
            connection.setAutoCommit(false);
            Knowledge knowledge = snapshot.knowledge(StruckFund.FUND);
            Books books = snapshot.opening(knowledge, LAST).books();
            BooksRows rows = new BooksRows(
                    FundTables.of(knowledge.fund(), knowledge.instruments()).books());
            rows.append(connection, -1, books);
            assertThat(rows.find(connection, -1)).contains(books);
            connection.rollback();
        }
    }

    @Test
    void books_that_were_forgotten_are_struck_again() throws SQLException {
        TestDatabase database = StruckFund.database();
        Books closed = opening(database.app().getConnection());
        try (Connection connection = database.app().getConnection();
                Statement forget = connection.createStatement()) {
            connection.setAutoCommit(false);
            forget.execute(
                    "delete from derived.books where strike in (select id from assay.strike where date between '2026-04-01' and '2026-05-28')");
            assertThat(opening(connection)).isEqualTo(closed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from derived.books where file = 'lots' and strike = %s",
                "delete from derived.books where file = 'dues' and strike = %s",
                "update derived.books set csv = replace(csv, ',USD,', ',EUR,') where file = 'balances' and strike = %s"
            })
    void books_somebody_changed_are_not_opened_with(String change) throws SQLException {
        try (Connection connection = StruckFund.database().as("assay_owner").getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            int changed =
                    sql.executeUpdate(change.formatted("(select id from assay.strike where date = '%s' and version = 1)"
                            .formatted(change.contains("dues") ? LocalDate.of(2026, 3, 31) : BEFORE_LAST)));
            assertThat(changed).isPositive();
            LocalDate next = change.contains("dues") ? LocalDate.of(2026, 4, 1) : LAST;
            assertThatThrownBy(() -> opening(connection, next))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("schema derived was changed");
            connection.rollback();
        }
    }

    private static Books opening(Connection connection) throws SQLException {
        return opening(connection, LAST);
    }

    private static Books opening(Connection connection, LocalDate date) throws SQLException {
        Knowledge knowledge = FundKnowledge.of(connection, StruckFund.FUND.terms(), Line.OWN);
        return ClosedBooks.of(connection, knowledge).before(date, Line.OWN).books();
    }

    @Test
    void a_night_that_slept_finds_its_days_in_order() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            KnownFund known = KnownFund.of(snapshot.knowledge(StruckFund.FUND), Optional.empty());
            assertThat(snapshot.lineEnd(StruckFund.FUND.id()).map(LineEnd::date))
                    .contains(LAST);
            assertThat(known.schedule().first(FIRST, LAST)).contains(FIRST);
            assertThat(snapshot.strikeBefore(StruckFund.FUND.id(), FIRST)).isEmpty();
            assertThat(snapshot.strikeBefore(StruckFund.FUND.id(), LAST).map(StrikeHead::date))
                    .contains(LocalDate.of(2026, 5, 28));
        }
    }

    private static List<String> rows(String table, String header) throws SQLException, IOException {
        String columns =
                Arrays.stream(header.split(",")).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        try (Connection connection = StruckFund.database().app().getConnection()) {
            StringWriter csv = new StringWriter();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from assay.%s) to stdout (format csv)".formatted(columns, table), csv);
            return csv.toString().lines().map(BooksTest::plain).toList();
        }
    }

    /** A table has one scale for all currencies, a file each one's own. */
    private static String plain(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.matches("-?[0-9]+\\.[0-9]+") ? cell.replaceAll("\\.?0+$", "") : cell)
                .collect(Collectors.joining(","));
    }
}
