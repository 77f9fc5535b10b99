package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.Amending;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Standing;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.table.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a fund stands on, as the database keeps it: the first days are struck, then a fee is changed. */
class AmendmentsTest {
    private static final long SEED = 4_711;
    private static final int STRUCK = 3;
    private static final FundPack PACK = SmallFund.of(SEED).pack();
    private static final String FUND = PACK.fund().fund();
    private static final String FEE = "class,from,rate_per_year,day_count\nA,%s,0.0365,ACT/365\n";

    private static final TestDatabase DATABASE = new TestDatabase();
    private static LocalDate last;

    @BeforeAll
    static void bring() throws SQLException {
        TestFunds funds = new TestFunds(DATABASE.app());
        funds.bring(PACK);
        funds.strike(FUND, STRUCK);
        funds.execute(TestPeople.comes("asks@test", Person.Role.OPERATOR));
        funds.execute(TestPeople.comes("agrees@test", Person.Role.APPROVER));
        try (Snapshot snapshot = snapshot()) {
            last = snapshot.lineEnd(FUND).orElseThrow().date();
        }
    }

    private static Snapshot snapshot() throws SQLException {
        return Snapshot.of(DATABASE.app().getConnection());
    }

    @Test
    void what_is_agreed_to_counts_from_its_day_and_what_was_struck_stays() throws SQLException {
        Instant before;
        List<String> struck;
        try (Snapshot snapshot = snapshot()) {
            before = snapshot.taken();
            struck = restruck(snapshot);
        }
        LocalDate from = last.plusDays(1);
        agree(FEE.formatted(from), Optional.of(from), "fee-1");
        try (Snapshot snapshot = snapshot()) {
            FundHead now = snapshot.fund(FUND).orElseThrow();
            assertThat(now.version()).isEqualTo(1);
            assertThat(snapshot.standings(List.of(FUND), from).funds())
                    .extracting(standing -> standing.fund().terms())
                    .containsExactly(now.terms());
            assertThat(restruck(snapshot)).isEqualTo(struck).hasSize(STRUCK);
            assertThat(next(snapshot, now).fees())
                    .extracting(NavResult.ClassFee::accrual)
                    .extracting(Accrual::ratePerYear)
                    .allMatch(rate -> rate.fraction().toPlainString().startsWith("0.0365"));
            assertThat(snapshot.amendments(FUND))
                    .filteredOn(amendment -> amendment.request().equals("fee-1"))
                    .extracting(amendment -> amendment.word().orElseThrow().by())
                    .containsExactly("agrees@test");
        }
        try (Snapshot then = Snapshot.of(DATABASE.app().getConnection(), Optional.of(before))) {
            assertThat(then.fund(FUND).orElseThrow().terms()).isEqualTo(PACK.fund());
            assertThat(then.standings(List.of(FUND), from).funds())
                    .extracting(standing -> standing.fund().version())
                    .containsExactly(0);
            assertThat(then.amendments(FUND)).extracting(Amendment::request).doesNotContain("fee-1");
        }
    }

    @Test
    void who_asked_does_not_agree_and_neither_does_an_operator() throws SQLException {
        long asked = ask(FEE.formatted(last.plusDays(9)), Optional.of(last.plusDays(9)), "own-1");
        refused(
                "AS004",
                "insert into assay.amendment_decision (amendment, fund, act, decided_by, reason)"
                        + " values (%s, '%s', 'AGREE', 'asks@test', 'mine')".formatted(Long.toString(asked), FUND));
        refused(
                "AS004",
                "insert into assay.amendment_decision (amendment, fund, act, decided_by, reason)"
                        + " values (%s, '%s', 'AGREE', 'operator@demo', 'no approver')"
                                .formatted(Long.toString(asked), FUND));
    }

    @Test
    void a_day_that_is_struck_is_not_agreed_on_anew() throws SQLException {
        long asked = ask(FEE.formatted(last), Optional.of(last), "closed-1");
        refused(
                "AS022",
                "insert into assay.amendment_decision (amendment, fund, act, decided_by, reason)"
                        + " values (%s, '%s', 'AGREE', 'agrees@test', 'late')".formatted(Long.toString(asked), FUND));
    }

    @Test
    void terms_nobody_agreed_to_are_refused() throws SQLException {
        long asked = ask(FEE.formatted(last.plusDays(20)), Optional.of(last.plusDays(20)), "alone-1");
        refused(
                "AS023",
                "insert into assay.terms (fund, version, terms, amendment) values ('%s', 9, '{}', %s)"
                        .formatted(FUND, Long.toString(asked)));
    }

    private static List<String> restruck(Snapshot snapshot) {
        FundHead fund = snapshot.fund(FUND).orElseThrow();
        return snapshot.strikes(FUND, LocalDate.of(2020, 1, 1), last).stream()
                .map(head -> {
                    Knowledge knowledge = snapshot.knowledge(fund, head);
                    NavInputs inputs = KnownFund.of(knowledge, Optional.empty())
                            .on(
                                    head.date(),
                                    head.known(),
                                    snapshot.opening(knowledge, head).books());
                    NavResult result = Nav.strike(inputs);
                    assertThat(result.digest()).isEqualTo(head.result());
                    return result.digest();
                })
                .toList();
    }

    private static NavResult next(Snapshot snapshot, FundHead fund) {
        Knowledge knowledge = snapshot.knowledge(fund);
        KnownFund known = KnownFund.of(knowledge, Optional.empty());
        LocalDate date =
                known.schedule().first(last.plusDays(1), last.plusDays(30)).orElseThrow();
        return Nav.strike(known.on(date, snapshot.opening(knowledge, date).books()));
    }

    private static void agree(String content, Optional<LocalDate> from, String request) throws SQLException {
        long id = ask(content, from, request);
        try (Snapshot snapshot = snapshot();
                Connection connection = DATABASE.app().getConnection()) {
            connection.setAutoCommit(false);
            FundHead fund = snapshot.fund(FUND).orElseThrow();
            Standing before = snapshot.standing(fund);
            Refusals refusals = new Refusals();
            Standing after = Amending.of(before, "management_fee")
                    .orElseThrow()
                    .read(before, content.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, refusals)
                    .orElseThrow()
                    .after();
            try (var decide = connection.createStatement()) {
                decide.execute("insert into assay.amendment_decision (amendment, fund, act, decided_by, reason)"
                        + " values (%s, '%s', 'AGREE', 'agrees@test', 'minute 7')".formatted(Long.toString(id), FUND));
            }
            Amendment agreed = snapshot.amendments(FUND).stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow();
            StandingChange.append(connection, fund, agreed, before, after);
            connection.commit();
        }
    }

    private static long ask(String content, Optional<LocalDate> from, String request) throws SQLException {
        String sql = "insert into assay.amendment (fund, kind, content, first_day, reason, request, asked_by)"
                + " values ('%s', 'management_fee', '%s', '%s', 'minute 7', '%s', 'asks@test') returning id"
                        .formatted(FUND, content, from.orElseThrow(), request);
        try (Connection connection = DATABASE.app().getConnection();
                var statement = connection.createStatement();
                var id = statement.executeQuery(sql)) {
            id.next();
            return id.getLong(1);
        }
    }

    private static void refused(String state, String sql) {
        assertThatThrownBy(() -> new TestFunds(DATABASE.app()).execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
