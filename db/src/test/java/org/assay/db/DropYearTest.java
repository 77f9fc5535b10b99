package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.assay.db.chain.Flaw;
import org.assay.db.chain.Verdict;
import org.assay.db.chain.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year drops off, its links stay. The demo's first three strikes are copied to the turn of a year long before. */
class DropYearTest {
    private static final long MOVED = 1_000_000;

    private Connection connection;

    @BeforeEach
    void turnOfTheYear() throws SQLException {
        connection = StruckFund.database().as("assay_owner").getConnection();
        connection.setAutoCommit(false);
        execute("select assay.open_year('2020-01-01')");
        execute("select assay.open_year('2021-01-01')");
        strike(1, "2020-12-30", "null");
        strike(2, "2020-12-31", Long.toString(MOVED + 1));
        strike(3, "2021-01-04", Long.toString(MOVED + 2));
    }

    @AfterEach
    void rollback() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void the_links_of_a_dropped_year_stay_and_tie() throws SQLException, IOException {
        approve(1, 2);
        long linksOfYear = count("select count(*) from assay.chain where day < '2021-01-01'");
        assertThat(verdict().flaws()).isEmpty();
        assertThat(count("select assay.drop_year(2020)")).isEqualTo(1);

        Verdict after = verdict();
        assertThat(after.flaws()).isEmpty();
        // The strike the next year opens with, and its approval.
        assertThat(after.droppedLinks()).isEqualTo(linksOfYear - 2);
        assertThat(count("select count(*) from assay.journal where date < '2021-01-01'"))
                .isZero();
        assertThat(count("select count(*) from assay.journal where date < '2022-01-01'"))
                .isPositive();
    }

    @Test
    void what_was_published_stays_so() throws SQLException {
        approve(1, 2, 3);
        execute("select assay.drop_year(2020)");
        assertThat(statuses()).containsExactly("2020-12-31 PUBLISHED", "2021-01-04 PUBLISHED");
    }

    @Test
    void rows_removed_from_another_year_are_found_still() throws SQLException, IOException {
        approve(1, 2);
        execute("select assay.drop_year(2020)");
        execute("delete from assay.journal where date = '2021-01-04' and line = 1");
        assertThat(verdict().flaws()).isNotEmpty().extracting(Flaw::what).containsOnly("this row was removed");
    }

    @Test
    void a_strike_that_stayed_is_missed_when_it_is_removed() throws SQLException, IOException {
        approve(1, 2);
        execute("select assay.drop_year(2020)");
        execute("delete from assay.decision where date < '2021-01-01'");
        execute("delete from assay.strike where date < '2021-01-01'");
        assertThat(verdict().flaws())
                .extracting(Flaw::toString)
                .satisfiesExactly(
                        head -> assertThat(head)
                                .contains("assay.strike, strike 1000002 (date, version, attempt) (2020-12-31,1,1)")
                                .endsWith(": this row was removed"),
                        approval -> assertThat(approval)
                                .contains("assay.decision, strike 1000002 ")
                                .endsWith(": this row was removed"));
    }

    /** The year that opened with it is dropped too: nothing but the seal says that it stays. */
    @Test
    void it_is_missed_still_when_the_year_that_opened_with_it_is_dropped() throws SQLException, IOException {
        execute("select assay.open_year('2022-01-01')");
        strike(4, "2021-01-05", Long.toString(MOVED + 3));
        strike(5, "2022-01-03", Long.toString(MOVED + 4));
        approve(1, 2, 3, 4);
        execute("select assay.drop_year(2020)");
        execute("select assay.drop_year(2021)");
        assertThat(verdict().flaws()).isEmpty();
        execute("delete from assay.decision where date < '2021-01-01'");
        execute("delete from assay.strike where date < '2021-01-01'");
        assertThat(verdict().flaws())
                .extracting(Flaw::what)
                .containsExactly("this row was removed", "this row was removed");
    }

    @Test
    void a_year_that_is_not_published_is_not_dropped() throws SQLException {
        approve(1);
        assertThatThrownBy(() -> execute("select assay.drop_year(2020)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("year 2020 is not dropped: ILL-COMPUTE of 2020-12-31 is REVIEW");
    }

    @Test
    void a_year_nobody_goes_on_from_is_not_dropped() {
        assertThatThrownBy(() -> execute("select assay.drop_year(2026)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("year 2026 is not dropped: ILL-COMPUTE of ");
        assertThatThrownBy(() -> {
                    connection.rollback();
                    execute("select assay.drop_year(2019)");
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("year 2019 is not dropped: nothing was struck in it");
    }

    private void strike(long from, String date, String opening) throws SQLException {
        execute("""
                insert into assay.strike (id, fund, date, version, attempt, opening, valuation_point, known, inputs, result,
                    books, outcome, net_assets, currency, controls_run, controls_failed, struck_by, node)
                select id + %1$s, fund, '%2$s', 1, 1, %3$s, valuation_point, known, inputs, result, books, 'REVIEW', net_assets,
                    currency, controls_run, controls_failed, struck_by, node
                from assay.strike where id = %4$s""".formatted(Long.toString(MOVED), date, opening, Long.toString(from)));
        for (String table : List.of("strike_fact", "nav", "journal", "movements", "controls", "findings")) {
            execute("""
                    insert into assay.%1$s select (jsonb_populate_record(t,
                        jsonb_build_object('strike', strike + %2$s, 'date', '%3$s'))).*
                    from assay.%1$s t where strike = %4$s""".formatted(table, Long.toString(MOVED), date, Long.toString(from)));
        }
    }

    private void approve(long... strikes) throws SQLException {
        execute(TestPeople.comes("second", Person.Role.APPROVER));
        for (long strike : strikes) {
            execute("insert into assay.decision (strike, date, act, decided_by, reason)"
                    + " select id, date, 'APPROVE', 'second', 'seen' from assay.strike where id = "
                    + Long.toString(MOVED + strike));
        }
    }

    private List<String> statuses() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        select string_agg(date || ' ' || status, ',' order by date) from assay.strike_status
                        where date < '2022-01-01'""")) {
            row.next();
            return List.of(row.getString(1).split(","));
        }
    }

    private Verdict verdict() throws SQLException, IOException {
        return Verifier.verify(connection, Optional.empty());
    }

    private long count(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
