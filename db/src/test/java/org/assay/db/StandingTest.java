package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assay.db.NightWork.StruckDay;
import org.assay.db.Standing.Standings;
import org.assay.db.StrikeHead.Status;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Eight funds, each somewhere else in its night. The night looks at the last strike of each alone; what it sees must be
 * what the view over all strikes says.
 */
class StandingTest {
    private static final LocalDate AHEAD = LocalDate.of(2026, 3, 1);
    private static final String NOT_BEGUN = id(0);
    private static final String IN_REVIEW = id(1);
    private static final String APPROVED = id(4);
    private static final String PUBLISHED = id(5);
    private static final String HELD = id(8);
    private static final String REFUSED = id(9);
    private static final String RESTATED = id(12);

    private static final String UNREADABLE = id(13);

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final TestFunds FUNDS = new TestFunds(DATABASE.app());

    private static String id(long seed) {
        return SmallFund.of(seed).id();
    }

    @BeforeAll
    static void bring() throws SQLException {
        for (long seed : new long[] {0, 1, 4, 5, 8, 9, 12}) {
            FUNDS.bring(SmallFund.of(seed).pack());
        }
        FundPack broken = SmallFund.of(13).pack();
        FUNDS.bring(
                new FundHead(broken.fund(), "1".repeat(64), broken.manifest().known(), "operator@demo"), "{}");
        FUNDS.execute(TestPeople.comes("approver@demo", Person.Role.APPROVER));
        FUNDS.strike(IN_REVIEW, 3);
        FUNDS.strike(APPROVED, 3);
        approve(APPROVED, "date > '2026-01-05'");
        FUNDS.strike(PUBLISHED, 3);
        approve(PUBLISHED, "true");
        FUNDS.strike(HELD, 40);
        FUNDS.strike(REFUSED, 2);
        refuse(REFUSED, "2026-01-06", "SALE_EXCEEDS_POSITION", "of a day that is struck since");
        refuse(REFUSED, "2026-01-07", "PRICE_MISSING", "first");
        refuse(REFUSED, "2026-01-07", "PRICE_MISSING", "no price of RENDER was ever seen");
        FUNDS.strike(RESTATED, 2);
        approve(RESTATED, "true");
        long branch = FUNDS.strikeOnBranch(RESTATED, 2, "operator@demo");
        FUNDS.execute("insert into assay.branch_decision (branch, act, decided_by, reason)"
                + " values (%s, 'APPROVE', 'approver@demo', 'restated')".formatted(Long.toString(branch)));
    }

    private static void approve(String fund, String which) throws SQLException {
        FUNDS.execute("""
                insert into assay.decision (strike, date, act, decided_by, reason)
                select id, date, 'APPROVE', 'approver@demo', 'seen' from assay.strike where fund = '%s' and %s
                order by date""".formatted(fund, which));
    }

    private static void refuse(String fund, String date, String code, String reason) throws SQLException {
        FUNDS.execute("insert into assay.refusal (fund, date, code, reason) values ('%s', '%s', '%s', '%s')"
                .formatted(fund, date, code, reason));
    }

    @Test
    void the_last_strike_is_the_one_the_view_over_all_strikes_says_counts() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<Standing> funds = all(snapshot).funds();
            assertThat(funds).hasSize(7);
            for (Standing fund : funds) {
                String id = fund.fund().id();
                assertThat(fund.last()).as(id).isEqualTo(snapshot.lastStrike(id));
                assertThat(fund.closed()).as(id).isEqualTo(snapshot.lineEnd(id).map(LineEnd::date));
            }
        }
    }

    @Test
    void a_status_follows_from_what_was_decided() throws SQLException {
        assertThat(of(NOT_BEGUN).last()).isEmpty();
        assertThat(status(IN_REVIEW)).contains(Status.REVIEW);
        assertThat(status(APPROVED)).contains(Status.APPROVED);
        assertThat(status(PUBLISHED)).contains(Status.PUBLISHED);
        assertThat(status(HELD)).contains(Status.HELD);
        assertThat(status(RESTATED)).contains(Status.PUBLISHED);
        assertThat(of(RESTATED).last().map(head -> head.strike().version())).contains(2);
    }

    @Test
    void reports_are_told_by_the_status_they_were_made_in() throws SQLException {
        FUNDS.execute("""
                insert into assay.report (strike, date, kind, status, file_name, media_type, sha256, content)
                select id, date, 'workbook', 'Review', 'a.xlsx', 'x', 'y', ''::bytea
                from assay.strike where fund = '%s' and date = '2026-01-07'""".formatted(IN_REVIEW));
        assertThat(of(IN_REVIEW).reports()).containsExactly("Review workbook");
        assertThat(of(PUBLISHED).reports()).isEmpty();
    }

    @Test
    void a_refusal_is_the_last_word_about_the_day_after_the_closed_one() throws SQLException {
        assertThat(of(REFUSED).refusal())
                .contains(new Refusal(LocalDate.of(2026, 1, 7), "PRICE_MISSING", "no price of RENDER was ever seen"));
        assertThat(of(IN_REVIEW).refusal()).isEmpty();
    }

    /** The market of every fourth seed is closed on 19 January 2026. */
    @Test
    void calendars_are_read_from_the_first_open_day_on() throws SQLException {
        assertThat(of(APPROVED).calendarDays()).hasSize(1);
        assertThat(of(APPROVED).open()).isEqualTo(LocalDate.of(2026, 1, 8));
        assertThat(of(HELD).calendarDays()).isEmpty();
        assertThat(of(NOT_BEGUN).open()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void a_fund_whose_terms_cannot_be_read_stops_alone() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            Standings standings = all(snapshot);
            assertThat(standings.unreadable()).singleElement().satisfies(fund -> {
                assertThat(fund.fund()).isEqualTo(UNREADABLE);
                assertThat(fund.why()).contains("fund.json");
            });
            assertThat(standings.funds()).hasSize(7);
        }
    }

    @Test
    void struck_days_are_told_with_what_became_of_them() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            assertThat(snapshot.struckDays(List.of(APPROVED, RESTATED, NOT_BEGUN), LocalDate.of(2026, 1, 6)))
                    .containsExactly(
                            new StruckDay(APPROVED, LocalDate.of(2026, 1, 6), List.of(), true, false),
                            new StruckDay(APPROVED, LocalDate.of(2026, 1, 7), List.of(), true, false),
                            new StruckDay(RESTATED, LocalDate.of(2026, 1, 6), List.of(), true, false));
            assertThat(snapshot.struckDays(List.of(APPROVED), LocalDate.of(2026, 1, 1)))
                    .contains(new StruckDay(APPROVED, LocalDate.of(2026, 1, 5), List.of(), false, false));
            assertThat(snapshot.struckDays(List.of(HELD), LocalDate.of(2026, 1, 31)))
                    .last()
                    .satisfies(day -> assertThat(day.heldBy()).containsExactly("C21"));
        }
    }

    @Test
    void what_holds_a_nav_is_the_first_finding_of_each_control_that_does() throws SQLException {
        StrikeHead held = of(HELD).last().orElseThrow();
        try (Snapshot snapshot = snapshot()) {
            assertThat(snapshot.blocks(List.of(held))).singleElement().satisfies(block -> {
                assertThat(block.strike()).isEqualTo(held.id());
                assertThat(block.control()).isEqualTo("C21");
                assertThat(block.subject()).isEqualTo("RENDER");
                assertThat(block.others()).isZero();
            });
        }
    }

    @Test
    void work_is_told_by_node_and_days_by_their_scheduled_strike() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            NightWork work = snapshot.work(Scope.ALL, LocalDate.of(2026, 1, 7));
            // The 7th of two funds; the held one from its third day on.
            int held = snapshot.strikes(HELD, LocalDate.of(2026, 1, 7), AHEAD).size();
            assertThat(work.daysStruck()).isEqualTo(3 + held);
            assertThat(work.nodes())
                    .singleElement()
                    .satisfies(node -> assertThat(node.node()).isEqualTo("node-1"));
            assertThat(work.names()).containsExactly("node-1");
        }
    }

    private static Snapshot snapshot() throws SQLException {
        return Snapshot.of(DATABASE.app().getConnection());
    }

    private static Standings all(Snapshot snapshot) {
        return snapshot.standings(snapshot.fundIds(), AHEAD);
    }

    private static Standing of(String fund) throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            return snapshot.standings(new TreeSet<>(List.of(fund)), AHEAD)
                    .funds()
                    .get(0);
        }
    }

    private static Optional<Status> status(String fund) throws SQLException {
        return of(fund).last().map(StrikeHead::status);
    }
}
