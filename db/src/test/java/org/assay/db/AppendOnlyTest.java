package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                                    result, outcome, net_assets, currency, controls_run, controls_failed, struck_by, node)
                                select fund, date, version, attempt, valuation_point, known, inputs, result, outcome,
                                    net_assets, currency, controls_run, controls_failed, struck_by, node
                                from assay.strike limit 1""")).isEqualTo(DUPLICATE);
    }

    @Test
    void who_brought_the_facts_cannot_approve_and_a_second_person_can_once() throws SQLException {
        String preparer = "insert into assay.person (name, password, role) values ('%s', 'x', 'APPROVER')"
                .formatted(StruckFund.FUND.importedBy());
        String other = "insert into assay.person (name, password, role) values ('second', 'x', 'APPROVER')";
        String clerk = "insert into assay.person (name, password, role) values ('clerk', 'x', 'PREPARER')";
        assertThat(refusals(preparer, approval(StruckFund.FUND.importedBy()))).containsExactly("", FOUR_EYES);
        assertThat(refusals(clerk, approval("clerk"))).containsExactly("", FOUR_EYES);
        assertThat(refusals(other, approval("second"), approval("second"))).containsExactly("", "", DUPLICATE);
    }

    private static String approval(String by) {
        return """
                insert into assay.decision (strike, act, decided_by, reason)
                select id, 'APPROVE', '%s', 'seen' from assay.strike where date = date '2026-03-03'""".formatted(by);
    }

    private static Stream<String> books() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = StruckFund.database().as("assay_owner").getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        select relname from pg_class where relnamespace = 'assay'::regnamespace and relkind = 'r'
                            and relname <> 'flyway_schema_history' order by relname""")) {
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
                    states.add(e.getSQLState());
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
