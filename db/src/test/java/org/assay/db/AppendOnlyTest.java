package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself holds, whoever asks it: the books are appended, and four eyes see a NAV. */
class AppendOnlyTest {
    private static final String DENIED = "42501";
    private static final String DUPLICATE = "23505";
    private static final String FOUR_EYES = "AS004";

    @ParameterizedTest(name = "{0}")
    @MethodSource("books")
    void the_application_cannot_change_or_remove(String table) {
        assertThat(refusal("delete from " + table)).isEqualTo(DENIED);
        assertThat(refusal("truncate " + table)).isEqualTo(DENIED);
        assertThat(refusal("update %s set \"%s\" = null".formatted(table, lastColumn(table))))
                .isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table assay.mine (id int)",
                "create table public.mine (id int)",
                "alter table assay.journal disable trigger all",
                "drop table assay.journal",
                "insert into assay.chain select * from assay.chain limit 1",
                "insert into assay.sealed values ('mine', '', '', '{id}')",
                "select assay.seal('journal')",
                "insert into assay.flyway_schema_history (installed_rank, description, type, script, installed_by,"
                        + " execution_time, success) values (9, 'x', 'SQL', 'x', 'x', 0, true)",
                "insert into assay.fact (fund, id, kind, effective, recorded, posted_by) values ('X', '1', 'trades', now(), now(), 'x')"
            })
    void the_application_cannot_go_round_it(String sql) {
        assertThat(refusal(sql)).isEqualTo(DENIED);
    }

    @Test
    void a_fact_is_there_once_over_all_kinds() {
        assertThat(refusal("""
                                insert into assay.margin (fund, posted_by, id, effective, recorded, source, scope,
                                    currency, initial_margin)
                                values ('ILL-COMPUTE', 'x', 'T-001', now(), now(), 's', 'ILL-H100', 'USD', 1)""")).isEqualTo(DUPLICATE);
    }

    @Test
    void a_strike_is_there_once() {
        assertThat(refusal("""
                                insert into assay.strike (fund, date, version, attempt, valuation_point, known, inputs,
                                    result, books, outcome, net_assets, currency, controls_run, controls_failed, struck_by, node)
                                select fund, date, version, attempt, valuation_point, known, inputs, result, books, outcome,
                                    net_assets, currency, controls_run, controls_failed, struck_by, node
                                from assay.strike limit 1""")).isEqualTo(DUPLICATE);
    }

    /** Each person had one part in the NAV of 2026-03-03, and that alone is named. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "who struck it, by who struck it",
        "fact, by who posted a fact in it",
        "price, by who posted a price known to it",
        "rate, by who posted an exchange rate known to it",
        "clerk, by someone who is no approver of this fund"
    })
    void nobody_approves_what_he_had_a_part_in(String person, String reason) throws SQLException {
        assertThat(messages(
                        person(person, person.equals("clerk") ? "OPERATOR" : "APPROVER"),
                        """
                        insert into assay.strike (fund, date, version, attempt, valuation_point, known, inputs, result,
                            books, outcome, net_assets, currency, controls_run, controls_failed, struck_by, node)
                        select fund, date, 1, 2, valuation_point, known, inputs, result, books, outcome, net_assets,
                            currency, controls_run, controls_failed, 'who struck it', node
                        from assay.strike where date = '2026-03-03'""",
                        """
                        insert into assay.margin (fund, posted_by, id, effective, recorded, source, scope, currency,
                            initial_margin)
                        values ('ILL-COMPUTE', 'fact', 'M-X', '2026-03-03', '2026-03-03', 's', 'ILL-H100', 'USD', 1)""",
                        """
                        insert into assay.strike_fact (strike, date, fund, fact)
                        select max(id), date '2026-03-03', 'ILL-COMPUTE', 'M-X' from assay.strike where date = '2026-03-03'""",
                        """
                        insert into assay.prices (fund, posted_by, instrument, date, kind, time, price, currency,
                            source, recorded)
                        values ('ILL-COMPUTE', 'price', 'TAO', '2026-02-27', 'CLOSE', '2026-02-27 20:00Z', 1, 'USD',
                            'other', '2026-02-27 21:00Z')""",
                        """
                        insert into assay.fx (fund, posted_by, currency, date, time, rate, source, recorded)
                        values ('ILL-COMPUTE', 'rate', 'EUR', '2026-02-27', '2026-02-27 20:00Z', 1, 'other',
                            '2026-02-27 21:00Z')""",
                        approval(person)))
                .last()
                .asString()
                .contains(", %s:".formatted(reason))
                .contains(FOUR_EYES);
    }

    /** Neither of a strike that is not there, nor of another day than its own. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"journal", "movements", "controls", "findings"})
    void rows_of_no_strike_are_refused(String table) throws SQLException {
        String orphan = "insert into assay.%s select (r).* from (select jsonb_populate_record(r, '{\"strike\": %s}') r"
                + " from assay.%s r limit 1) one";
        assertThat(messages(orphan.formatted(table, "987654321", table)))
                .singleElement()
                .asString()
                .startsWith("23503 ")
                .contains(table)
                .contains("no strike 987654321");
        // The strike is there, the day is another.
        String dated =
                "insert into assay.%s select (r).* from (select jsonb_populate_record(r, '{\"date\": \"2026-12-31\"}') r"
                        + " from assay.%s r limit 1) one";
        assertThat(refusals(dated.formatted(table, table))).containsExactly("23503");
    }

    @Test
    void a_second_person_approves_once() throws SQLException {
        assertThat(refusals(person("second", "APPROVER"), approval("second"), approval("second")))
                .containsExactly("", "", DUPLICATE);
    }

    @Test
    void the_operator_of_the_fund_cannot_approve_even_as_an_approver() throws SQLException {
        String operator = StruckFund.FUND.importedBy();
        assertThat(refusals(person(operator, "APPROVER"), approval(operator))).containsExactly("", FOUR_EYES);
    }

    @Test
    void a_decision_is_not_dated_by_who_makes_it() {
        assertThat(refusal("insert into assay.decision (strike, date, act, decided_by, reason, decided_at)"
                        + " select id, date, 'APPROVE', 'x', 'seen', '2020-01-01' from assay.strike limit 1"))
                .isEqualTo(DENIED);
    }

    private static String person(String name, String role) {
        return TestPeople.comes(name, Person.Role.valueOf(role));
    }

    private static String approval(String by) {
        return """
                insert into assay.decision (strike, date, act, decided_by, reason)
                select max(id), date '2026-03-03', 'APPROVE', '%s', 'seen' from assay.strike where date = date '2026-03-03'""".formatted(by);
    }

    private static Stream<String> books() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = StruckFund.database().as("assay_owner").getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        select relname from pg_class where relnamespace = 'assay'::regnamespace and relkind in ('r', 'p')
                        order by relname""")) {
            while (row.next()) {
                tables.add("assay." + row.getString(1));
            }
        }
        return tables.stream();
    }

    private static String lastColumn(String table) {
        return Question.ask(() -> {
            try (Connection connection = StruckFund.database().as("assay_owner").getConnection();
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("select * from %s limit 0".formatted(table))) {
                return row.getMetaData().getColumnName(row.getMetaData().getColumnCount());
            }
        });
    }

    private static String refusal(String sql) {
        return Question.ask(() -> refusals(sql)).get(0);
    }

    /** Each statement's SQL state, "" for one that was taken; everything is rolled back. */
    private static List<String> refusals(String... statements) throws SQLException {
        return outcomes(SQLException::getSQLState, statements);
    }

    private static List<String> messages(String... statements) throws SQLException {
        return outcomes(e -> e.getSQLState() + " " + e.getMessage(), statements);
    }

    private static List<String> outcomes(Function<SQLException, String> of, String... statements) throws SQLException {
        try (Connection connection = StruckFund.database().app().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> states = new ArrayList<>();
            for (String statement : statements) {
                var before = connection.setSavepoint();
                try {
                    sql.execute(statement);
                    states.add("");
                } catch (SQLException e) {
                    states.add(of.apply(e));
                    connection.rollback(before);
                }
            }
            connection.rollback();
            return states;
        }
    }

    @Test
    void owner_and_application_are_not_one() {
        assertThatThrownBy(() -> {
                    try (Connection connection = StruckFund.database().app().getConnection();
                            Statement sql = connection.createStatement()) {
                        sql.execute("set role assay_owner");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }
}
