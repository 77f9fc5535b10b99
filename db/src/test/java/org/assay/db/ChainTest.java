package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assay.db.Tampering.Done;
import org.assay.db.chain.ChainState;
import org.assay.db.chain.Flaw;
import org.assay.db.chain.RootFolder;
import org.assay.db.chain.Verdict;
import org.assay.db.chain.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chain over the books of the demo fund: nobody changes them unnoticed, whoever he is. */
class ChainTest {
    private static final long FEW = 48;
    private static final long ALL = 1_000;
    private static final LocalDate DATE = LocalDate.of(2026, 5, 30);
    private static final Instant AT = Instant.parse("2026-05-30T20:00:00Z");

    @TempDir
    private static Path folder;

    @Test
    void books_nobody_touched_tie() throws SQLException, IOException {
        try (Connection connection = StruckFund.database().app().getConnection()) {
            connection.setAutoCommit(false);
            Verdict verdict = Verifier.verify(connection, Optional.of(rooted(connection)));
            assertThat(verdict.flaws()).isEmpty();
            assertThat(verdict.rows()).isEqualTo(count(connection, "select sum(rows) from assay.chain"));
            assertThat(verdict.roots()).isEqualTo(1);
            connection.rollback();
        }
    }

    @Test
    void a_table_that_is_sealed_late_is_sealed_whole() throws SQLException, IOException {
        assertThat(flaws("""
                create table assay.late (fund assay.id, id int primary key, what text);
                insert into assay.late select 'ILL-COMPUTE', i, 'x' from generate_series(1, 12345) i;
                select assay.seal('late');
                insert into assay.late select 'ILL-COMPUTE', i, 'x' from generate_series(20001, 30000) i""")).isEmpty();
    }

    @Test
    void a_table_nobody_sealed_is_found() throws SQLException, IOException {
        assertThat(flaws("create table assay.late (fund assay.id, id int primary key)"))
                .containsExactly("fund -, assay.late: this table is not sealed");
    }

    @Test
    void a_row_put_straight_into_a_year_is_found() throws SQLException, IOException {
        assertThat(flaws("insert into assay.controls_2026 select strike, date, 'C99', 1, 0 from assay.controls_2026"
                        + " where strike = 7 limit 1"))
                .containsExactly("fund ILL-COMPUTE, assay.controls, strike 7 (control) (C99): no link knows this row:"
                        + " it was slipped in or belonged elsewhere");
    }

    @Test
    void a_row_put_in_the_usual_way_is_sealed_whoever_does_it() throws SQLException, IOException {
        assertThat(flaws("insert into assay.controls select strike, date, 'C99', 1, 0 from assay.controls"
                        + " where strike = 7 limit 1"))
                .isEmpty();
    }

    @Test
    void a_trigger_that_is_off_is_found() throws SQLException, IOException {
        assertThat(flaws("alter table assay.journal disable trigger seal"))
                .containsExactly("fund -, assay.journal: its trigger is gone or off: rows to come would not be sealed");
    }

    /** A view of the same name would tell what somebody wants to hear. */
    @Test
    void a_table_that_became_a_view_is_found() throws SQLException, IOException {
        assertThat(
                        flaws(
                                "alter table assay.refusal rename to refused; create view assay.refusal as select * from assay.refused"))
                .contains("fund -, assay.refusal: the sealed table is no table of schema assay");
    }

    private static List<String> flaws(String tampering) throws SQLException, IOException {
        try (Connection connection = StruckFund.database().as("assay_owner").getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(tampering);
            List<String> flaws = Verifier.verify(connection, Optional.empty()).flaws().stream()
                    .map(Flaw::toString)
                    .toList();
            connection.rollback();
            return flaws;
        }
    }

    /** Four in five with the rows, one with the chain; each is found, and the row is named. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tampering_is_found_and_named(long seed) throws SQLException, IOException {
        try (Connection connection = StruckFund.database().as("postgres").getConnection()) {
            connection.setAutoCommit(false);
            RootFolder roots = rooted(connection);
            Tampering tampering = new Tampering(connection, seed);
            if (seed % 10 == 0) {
                Done done = tampering.everything(StruckFund.FUND.id());
                assertThat(Verifier.verify(connection, Optional.empty()).ties())
                        .as("%s, and nothing outside says otherwise", done)
                        .isTrue();
                assertThat(Verifier.verify(connection, Optional.of(roots)).flaws())
                        .as("%s", done)
                        .first()
                        .asString()
                        .startsWith("fund ILL-COMPUTE, link 1, assay.chain, root-000001.txt: this root"
                                + " knows another link")
                        .endsWith(": the chain was made anew somewhere from link 1 on");
            } else if (seed % 10 == 1) {
                Done done = tampering.chain();
                assertThat(Verifier.verify(connection, Optional.of(roots)).flaws())
                        .as("%s", done)
                        .isNotEmpty();
            } else {
                Done done = tampering.row();
                Verdict verdict = Verifier.verify(connection, Optional.of(roots));
                assertThat(verdict.flaws()).as("%s", done).anySatisfy(flaw -> {
                    assertThat(flaw.table()).isEqualTo(done.table());
                    assertThat(flaw.key()).endsWith(done.key());
                });
                assertThat(verdict.flaws().stream().map(Flaw::table))
                        .as("%s", done)
                        .containsOnly(done.table());
                assertThat(verdict.flawsFound()).as("%s", done).isLessThanOrEqualTo(4);
            }
            connection.rollback();
        }
    }

    /** Eight bytes of a row's hash name it; the proof is the digest over all of them. */
    @Test
    void marks_that_agree_are_no_proof() throws SQLException, IOException {
        try (Connection connection = StruckFund.database().as("postgres").getConnection()) {
            connection.setAutoCommit(false);
            new Tampering(connection, 1).content(StruckFund.FUND.id());
            assertThat(Verifier.verify(connection, Optional.empty()).flaws())
                    .singleElement()
                    .extracting(Flaw::what)
                    .isEqualTo("its rows are not those it was made of");
            connection.rollback();
        }
    }

    private static LongStream seeds() {
        return LongStream.range(0, System.getProperty("assay.drill", "").equals("all") ? ALL : FEW);
    }

    /** The first to ask writes the root; the books of the demo stay as they are. */
    private static synchronized RootFolder rooted(Connection connection) throws SQLException, IOException {
        RootFolder roots = new RootFolder(folder);
        if (roots.last().isEmpty()) {
            roots.write(DATE, AT, ChainState.read(connection, Optional.empty()));
        }
        return roots;
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
