package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.db.ArrivedFile.Outcome;
import org.assay.db.chain.Flaw;
import org.assay.db.chain.Verifier;
import org.junit.jupiter.api.Test;

/** That a file was refused is kept as what is taken is: once, under seal, and by nobody to be changed. */
class RefusedFileTest {
    private static final Arrival FILE =
            new Arrival("ILL-COMPUTE", "trades", "late.csv", "a".repeat(64), Optional.empty(), "operator@demo");
    private static final List<String> REASONS =
            List.of("trades.csv, line 2, column price, value '1,5': expected a number");

    @Test
    void the_same_content_is_kept_once_with_its_reasons() throws SQLException {
        try (Connection books = books()) {
            int before = ArrivalRows.read(books, Line.ALWAYS, "ILL-COMPUTE").size();
            ArrivalRows.refused(books, FILE, 77, REASONS);
            ArrivalRows.refused(books, FILE, 77, REASONS);
            List<ArrivedFile> files = ArrivalRows.read(books, Line.ALWAYS, "ILL-COMPUTE");
            assertThat(files).hasSize(before + 1);
            ArrivedFile kept = files.get(0);
            assertThat(kept.file()).isEqualTo(FILE);
            assertThat(kept.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(kept.size()).contains(77);
            assertThat(kept.reasons()).isEqualTo(REASONS);
            assertThat(kept.rows()).isZero();
            books.rollback();
        }
    }

    /** Put right elsewhere, the same content may be taken later: it counts from then. */
    @Test
    void it_is_no_content_that_was_taken_and_moves_no_moment() throws SQLException {
        try (Connection books = books()) {
            Optional<?> latest = ArrivalRows.latest(books, "ILL-COMPUTE");
            ArrivalRows.refused(books, FILE, 77, REASONS);
            assertThat(ArrivalRows.isTaken(books, FILE)).isFalse();
            assertThat(ArrivalRows.latest(books, "ILL-COMPUTE")).isEqualTo(latest);
            books.rollback();
        }
    }

    @Test
    void it_is_sealed_and_missed_when_it_is_removed() throws SQLException, IOException {
        try (Connection books = StruckFund.database().as("assay_owner").getConnection()) {
            books.setAutoCommit(false);
            ArrivalRows.refused(books, FILE, 77, REASONS);
            assertThat(Verifier.verify(books, Optional.empty()).flaws()).isEmpty();
            try (var sql = books.createStatement()) {
                sql.execute("update assay.file set reasons = '{none}' where outcome = 'REFUSED'");
                assertThat(Verifier.verify(books, Optional.empty()).flaws())
                        .extracting(Flaw::table, Flaw::what)
                        .containsExactly(tuple("file", "this row was altered"));
                sql.execute("delete from assay.file where outcome = 'REFUSED'");
                assertThat(Verifier.verify(books, Optional.empty()).flaws())
                        .extracting(Flaw::table, Flaw::what)
                        .containsExactly(tuple("file", "this row was removed"));
            }
            books.rollback();
        }
    }

    @Test
    void a_refusal_has_reasons() throws SQLException {
        try (Connection books = books()) {
            assertThatThrownBy(() -> ArrivalRows.refused(books, FILE, 77, List.of()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("file_refused_check");
        }
    }

    private static Connection books() throws SQLException {
        Connection books = StruckFund.database().app().getConnection();
        books.setAutoCommit(false);
        return books;
    }
}
