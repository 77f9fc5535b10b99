package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assay.db.AuditEvent.Told;
import org.assay.db.AuditEvent.Wanted;
import org.assay.db.NightWork.StruckDay;
import org.assay.db.PriceProposal.Act;
import org.assay.db.StrikeHead.Status;
import org.assay.db.chain.ChainHead;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was struck, said, sent and decided, told as of moments between: nothing of what came later is in it. */
class KnownThenTest {
    private static final LocalDate AHEAD = LocalDate.of(2026, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 1, 6);
    private static final SmallFund SMALL = SmallFund.of(4);
    private static final String FUND = SMALL.id();
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final TestFunds FUNDS = new TestFunds(DATABASE.app());

    private static Instant beforeAll;
    private static Instant brought;
    private static Instant struck;
    private static Instant approved;
    private static Instant said;

    @BeforeAll
    static void live_through_it() throws SQLException {
        beforeAll = now();
        FUNDS.bring(SMALL.pack());
        FUNDS.execute(TestPeople.comes("operator@demo", Person.Role.OPERATOR));
        FUNDS.execute(TestPeople.comes("approver@demo", Person.Role.APPROVER));
        brought = now();
        FUNDS.strike(FUND, 2);
        FUNDS.execute("insert into assay.refusal (fund, date, code, reason)"
                + " values ('%s', '2026-01-07', 'PRICE_MISSING', 'none came')".formatted(FUND));
        struck = now();
        FUNDS.execute("""
                insert into assay.decision (strike, date, act, decided_by, reason)
                select id, date, 'APPROVE', 'approver@demo', 'seen' from assay.strike where fund = '%s'""".formatted(FUND));
        approved = now();
        FUNDS.execute("""
                insert into assay.price_proposal (fund, instrument, date, kind, "time", price, currency, source, reason,
                    evidence, request, proposed_by)
                select fund, id, '2026-01-06', 'CLOSE', '2026-01-06T21:00:00Z', 1, currency, 'MANUAL', 'the venue was down',
                    'two dealers', 'request-1', 'operator@demo' from assay.instrument where fund = '%s' order by id limit 1""".formatted(FUND));
        FUNDS.strikeOnBranch(FUND, 2, "operator@demo");
        said = now();
        FUNDS.execute("insert into assay.price_decision (proposal, fund, act, decided_by, reason)"
                + " select id, fund, 'ACCEPT', 'approver@demo', 'called them' from assay.price_proposal");
        FUNDS.execute("insert into assay.branch_decision (branch, act, decided_by, reason)"
                + " select id, 'APPROVE', 'approver@demo', 'restated' from assay.branch");
    }

    private static Instant now() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(DATABASE.app().getConnection())) {
            return snapshot.taken();
        }
    }

    private static Snapshot at(Instant moment) throws SQLException {
        return Snapshot.of(DATABASE.app().getConnection(), Optional.of(moment));
    }

    private static Snapshot atLast() throws SQLException {
        return Snapshot.of(DATABASE.app().getConnection());
    }

    @Test
    void a_fund_is_there_from_when_it_came() throws SQLException {
        try (Snapshot none = at(beforeAll);
                Snapshot one = at(brought)) {
            assertThat(none.fundIds()).isEmpty();
            assertThat(none.files(FUND)).isEmpty();
            assertThat(one.fundIds()).containsExactly(FUND);
            assertThat(one.files(FUND)).hasSize(1);
        }
    }

    /** The night's own way to look must come to what the function over all strikes says, then as now. */
    @Test
    void where_a_fund_stood_is_what_the_function_over_all_strikes_says() throws SQLException {
        assertThat(standing(brought).last()).isEmpty();
        assertThat(standing(brought).refusal()).isEmpty();
        assertThat(standing(struck).last().map(StrikeHead::status)).contains(Status.REVIEW);
        assertThat(standing(struck).refusal().map(Refusal::date)).contains(LocalDate.of(2026, 1, 7));
        assertThat(standing(approved).last().map(StrikeHead::status)).contains(Status.PUBLISHED);
        assertThat(standing(said).last().map(head -> head.strike().version())).contains(1);
        for (Instant moment : List.of(struck, approved, said)) {
            try (Snapshot snapshot = at(moment)) {
                assertThat(standing(moment).last()).isEqualTo(snapshot.lastStrike(FUND));
            }
        }
        try (Snapshot snapshot = atLast()) {
            assertThat(snapshot.lastStrike(FUND).map(head -> head.strike().version()))
                    .contains(2);
        }
    }

    @Test
    void what_waited_is_told_until_it_was_decided() throws SQLException {
        try (Snapshot snapshot = at(struck)) {
            assertThat(snapshot.waiting()).hasSize(2);
            assertThat(snapshot.struckDays(List.of(FUND), SECOND))
                    .containsExactly(new StruckDay(FUND, SECOND, List.of(), false, false));
            assertThat(snapshot.work(Scope.ALL, LocalDate.of(2026, 1, 1)).daysStruck())
                    .isEqualTo(2);
        }
        try (Snapshot snapshot = at(approved)) {
            assertThat(snapshot.waiting()).isEmpty();
            assertThat(snapshot.struckDays(List.of(FUND), SECOND))
                    .containsExactly(new StruckDay(FUND, SECOND, List.of(), true, false));
        }
        try (Snapshot snapshot = at(brought)) {
            assertThat(snapshot.work(Scope.ALL, LocalDate.of(2026, 1, 1)).daysStruck())
                    .isZero();
        }
    }

    @Test
    void proposals_and_corrections_are_open_until_somebody_decides() throws SQLException {
        try (Snapshot snapshot = at(approved)) {
            assertThat(snapshot.proposals(FUND)).isEmpty();
            assertThat(snapshot.branches(FUND)).isEmpty();
        }
        try (Snapshot snapshot = at(said)) {
            assertThat(snapshot.openProposals()).hasSize(1);
            assertThat(snapshot.openBranches()).hasSize(1);
        }
        try (Snapshot snapshot = atLast()) {
            assertThat(snapshot.openProposals()).isEmpty();
            assertThat(snapshot.openBranches()).isEmpty();
            assertThat(snapshot.proposals(FUND).get(0).word().map(PriceProposal.Word::act))
                    .contains(Act.ACCEPT);
        }
    }

    @Test
    void facts_and_prices_are_told_from_when_they_came() throws SQLException {
        try (Snapshot none = at(beforeAll);
                Snapshot some = at(brought)) {
            FundHead fund = some.fund(FUND).orElseThrow();
            String instrument =
                    some.knowledge(fund).instruments().keySet().iterator().next();
            assertThat(some.facts(fund, FactsWanted.one("trades", ""), 0, 10).facts())
                    .isNotEmpty();
            assertThat(none.facts(fund, FactsWanted.one("trades", ""), 0, 10).facts())
                    .isEmpty();
            assertThat(some.quotes(fund, instrument, LocalDate.of(2026, 1, 1), AHEAD))
                    .isNotEmpty();
            assertThat(none.quotes(fund, instrument, LocalDate.of(2026, 1, 1), AHEAD))
                    .isEmpty();
        }
    }

    @Test
    void events_end_and_chains_have_their_head_at_the_moment() throws SQLException {
        Wanted all =
                new Wanted(Optional.of(FUND), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        try (Snapshot snapshot = at(struck)) {
            assertThat(snapshot.events(all, new Told(Scope.ALL, true), 0, 100))
                    .hasSize(4)
                    .allSatisfy(event -> assertThat(event.at()).isBeforeOrEqualTo(struck));
        }
        assertThat(head(struck)).isGreaterThan(head(brought));
        assertThat(head(approved)).isGreaterThan(head(struck));
        try (Snapshot none = at(beforeAll)) {
            assertThat(none.lastStrikeSealed()).isZero();
        }
    }

    private static long head(Instant moment) throws SQLException {
        try (Snapshot snapshot = at(moment)) {
            return snapshot.chain().heads().stream()
                    .filter(head -> head.fund().equals(FUND))
                    .mapToLong(ChainHead::seq)
                    .max()
                    .orElse(0);
        }
    }

    private static Standing standing(Instant moment) throws SQLException {
        try (Snapshot snapshot = at(moment)) {
            return snapshot.standings(new TreeSet<>(List.of(FUND)), AHEAD)
                    .funds()
                    .get(0);
        }
    }
}
