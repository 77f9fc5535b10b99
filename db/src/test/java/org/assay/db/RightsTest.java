package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.assay.db.Grant.Act;
import org.assay.db.Grant.Asked;
import org.assay.db.Person.Role;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may what, as the database holds it. Each test is one transaction, which is rolled back. */
class RightsTest {
    private static final String FUND = StruckFund.FUND.id();
    private static final Optional<String> ALL = Optional.empty();
    private static final String ANNA = "anna";
    private static final String BERT = "bert";
    private static final String CARL = "carl";
    private static final String WHY = "she joins the desk";
    private static final String NAV = """
            insert into assay.decision (strike, date, act, decided_by, reason)
            select max(id), date '2026-03-03', 'APPROVE', 'carl', 'seen' from assay.strike where date = date '2026-03-03'""";

    private Connection connection;
    private PersonStore people;
    private Staff staff;
    private LocalDate today;

    @BeforeEach
    void begin() throws SQLException {
        connection = StruckFund.database().app().getConnection();
        connection.setAutoCommit(false);
        people = new PersonStore(inOneTransaction());
        staff = new Staff(inOneTransaction());
        today = staff.today();
        execute(TestPeople.comes(ANNA, Role.ADMINISTRATOR));
        execute(TestPeople.comes(BERT, Role.ADMINISTRATOR));
        people.add(CARL, ANNA);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void one_administrator_asks_and_another_grants() {
        long grant = people.ask(asked(Role.APPROVER, Optional.of(FUND)), ANNA, WHY);
        assertThat(staff.rights(CARL)).as("nobody granted it").isEmpty();
        people.decide(grant, Act.APPROVE, BERT, "known to me");
        assertThat(staff.rights(CARL)).containsExactly(new Right(Role.APPROVER, Optional.of(FUND), Optional.empty()));
        people.password(CARL, "hash", ANNA);
        assertThat(staff.standing(CARL).orElseThrow().roles()).containsExactly("APPROVER");
        assertThat(staff.standing("nobody")).isEmpty();
        assertThat(last().state()).isEqualTo(Grant.State.HOLDS);
        assertThat(last().decided().orElseThrow().by()).isEqualTo(BERT);
    }

    /** The house's provider vouches for them. A session that began before a password was set ends with it. */
    @Test
    void who_has_no_password_holds_rights_until_one_is_set_and_after() {
        people.decide(people.ask(asked(Role.APPROVER, ALL), ANNA, WHY), Act.APPROVE, BERT, WHY);
        Staff.Standing without = staff.standing(CARL).orElseThrow();
        assertThat(without).isEqualTo(new Staff.Standing(0, Set.of("APPROVER")));
        assertThat(staff.password(CARL)).isEmpty();
        assertThat(passwordSetAt(CARL)).isEmpty();
        people.password(CARL, "hash", ANNA);
        assertThat(staff.standing(CARL).orElseThrow().password()).isNotEqualTo(without.password());
        assertThat(passwordSetAt(CARL)).isPresent();
    }

    private Optional<Instant> passwordSetAt(String name) {
        return staff.people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .passwordSetAt();
    }

    @Test
    void who_asked_for_a_right_does_not_grant_it() {
        long grant = people.ask(asked(Role.APPROVER, ALL), ANNA, WHY);
        refused(ErrorCode.FOUR_EYES, () -> people.decide(grant, Act.APPROVE, ANNA, "mine"));
    }

    @Test
    void who_gets_a_right_does_not_grant_it() {
        Asked own = new Asked(BERT, Role.ADMINISTRATOR, ALL, today, Optional.of(today.plusDays(9)));
        long grant = people.ask(own, ANNA, WHY);
        refused(ErrorCode.FOUR_EYES, () -> people.decide(grant, Act.APPROVE, BERT, "mine"));
    }

    @Test
    void nobody_else_asks_grants_or_ends() {
        refused(ErrorCode.FOUR_EYES, () -> people.ask(asked(Role.APPROVER, ALL), CARL, "mine"));
        long grant = people.ask(asked(Role.APPROVER, ALL), ANNA, WHY);
        refused(ErrorCode.FOUR_EYES, () -> people.decide(grant, Act.APPROVE, CARL, "mine"));
        people.decide(grant, Act.APPROVE, BERT, WHY);
        refused(ErrorCode.FOUR_EYES, () -> people.end(grant, CARL, "mine"));
    }

    @Test
    void what_was_asked_for_is_decided_once() {
        long grant = people.ask(asked(Role.OPERATOR, ALL), ANNA, WHY);
        people.decide(grant, Act.REFUSE, ANNA, "asked by mistake");
        assertThat(last().state()).isEqualTo(Grant.State.REFUSED);
        refused(ErrorCode.NOT_OPEN, () -> people.decide(grant, Act.APPROVE, BERT, WHY));
    }

    @Test
    void who_prepares_a_fund_does_not_approve_it() {
        grant(asked(Role.OPERATOR, Optional.of(FUND)));
        refused(ErrorCode.RIGHTS_CONFLICT, () -> people.ask(asked(Role.APPROVER, Optional.of(FUND)), ANNA, WHY));
        assertThatThrownBy(() -> inSavepoint(() -> people.ask(asked(Role.APPROVER, ALL), ANNA, WHY)))
                .hasMessageContaining("carl is operator of " + FUND);
        grant(asked(Role.COMPLIANCE, ALL));
    }

    /** Both were asked for before either was granted. */
    @Test
    void a_conflict_is_found_when_it_is_granted_too() {
        long operator = people.ask(asked(Role.OPERATOR, ALL), ANNA, WHY);
        long approver = people.ask(asked(Role.APPROVER, Optional.of(FUND)), ANNA, WHY);
        people.decide(operator, Act.APPROVE, BERT, WHY);
        refused(ErrorCode.RIGHTS_CONFLICT, () -> people.decide(approver, Act.APPROVE, BERT, WHY));
        people.end(operator, ANNA, "becomes an approver");
        people.decide(approver, Act.APPROVE, BERT, WHY);
        assertThat(staff.rights(CARL)).extracting(Right::role).containsExactly(Role.APPROVER);
    }

    @Test
    void administrators_and_auditors_are_nothing_else() {
        grant(new Asked(CARL, Role.AUDITOR, ALL, today, Optional.of(today.plusDays(30))));
        for (Role role : List.of(Role.ADMINISTRATOR, Role.COMPLIANCE, Role.OPERATOR, Role.APPROVER)) {
            refused(ErrorCode.RIGHTS_CONFLICT, () -> people.ask(asked(role, ALL), ANNA, WHY));
        }
        grant(new Asked(CARL, Role.OPERATOR, ALL, today.plusDays(31), Optional.empty()));
        assertThat(last().state()).as("after the audit").isEqualTo(Grant.State.COMING);
    }

    @Test
    void an_auditor_comes_for_a_time_and_has_no_rights_after_it() {
        refused(ErrorCode.FORMAT, () -> people.ask(asked(Role.AUDITOR, ALL), ANNA, WHY));
        grant(new Asked(CARL, Role.AUDITOR, ALL, today.minusDays(9), Optional.of(today.minusDays(1))));
        assertThat(staff.rights(CARL)).isEmpty();
        assertThat(last().state()).isEqualTo(Grant.State.OVER);
    }

    @Test
    void a_right_that_was_ended_is_gone_at_once() {
        long grant = grant(asked(Role.APPROVER, ALL));
        people.end(grant, BERT, "left the house");
        assertThat(staff.rights(CARL)).isEmpty();
        assertThat(last().ended().orElseThrow().reason()).isEqualTo("left the house");
        refused(ErrorCode.NOT_OPEN, () -> people.end(grant, BERT, "again"));
    }

    @Test
    void a_right_that_is_not_there_is_neither_granted_nor_ended() {
        refused(ErrorCode.NOT_THERE, () -> people.decide(987_654_321, Act.APPROVE, BERT, WHY));
        refused(ErrorCode.NOT_OPEN, () -> people.end(987_654_321, BERT, WHY));
        refused(ErrorCode.NOT_THERE, () -> people.ask(asked(Role.APPROVER, Optional.of("NOPE")), ANNA, WHY));
    }

    @Test
    void the_last_administrator_stays() {
        List<Grant> administrators = staff.grants().stream()
                .filter(grant -> List.of(ANNA, BERT).contains(grant.asked().person()))
                .toList();
        people.end(administrators.get(1).id(), ANNA, "left the house");
        refused(ErrorCode.NOT_OPEN, () -> people.end(administrators.get(0).id(), ANNA, "me too"));
    }

    @Test
    void the_environment_gives_a_person_one_right_and_no_more() {
        refused(ErrorCode.FOUR_EYES, () -> people.ask(asked(Role.APPROVER, ALL), Person.ENVIRONMENT, WHY));
        assertThatThrownBy(() -> inSavepoint(() -> execute("""
                        insert into assay.grant_asked (person, role, first_day, reason, asked_by)
                        values ('anna', 'OPERATOR', '2026-01-01', 'more', 'environment')"""))).hasMessageContaining("no administrator");
    }

    @Test
    void an_approver_of_another_fund_approves_nothing_of_this_one() throws SQLException {
        FundPack pack = SmallFund.of(77).pack();
        new TestFunds(inOneTransaction())
                .bring(new FundHead(pack.fund(), "7".repeat(64), pack.manifest().known(), "operator@demo"), "{}");
        String other = pack.fund().fund();
        grant(asked(Role.APPROVER, Optional.of(other)));
        assertThatThrownBy(() -> inSavepoint(() -> execute(NAV)))
                .hasMessageContaining("by someone who is no approver of this fund");
        long grant = grant(asked(Role.APPROVER, Optional.of(FUND)));
        inSavepoint(() -> execute(NAV));
        assertThat(Scope.of(staff.rights(CARL), Set.of(Role.APPROVER)).funds()).containsExactly(FUND, other);
        people.end(grant, ANNA, "moved on");
        assertThat(Scope.of(staff.rights(CARL), Set.of(Role.APPROVER)).has(FUND))
                .isFalse();
    }

    @Test
    void the_last_password_counts() {
        people.password(CARL, "first", ANNA);
        people.password(CARL, "second", CARL);
        assertThat(staff.password(CARL)).contains("second");
        assertThat(staff.password("nobody")).isEmpty();
    }

    @Test
    void a_token_lives_until_it_is_revoked() {
        String hash = "ab".repeat(32);
        long token = people.token(CARL, "nightly export", hash, 90);
        people.used(token);
        people.used(token);
        assertThat(staff.token(hash).orElseThrow().lastUsed()).contains(today);
        assertThat(people.revoke(ANNA, token)).as("another's").isFalse();
        assertThat(people.revoke(CARL, token)).isTrue();
        assertThat(staff.token(hash)).isEmpty();
        assertThat(staff.tokens(CARL).get(0).revokedAt()).isPresent();
        assertThatThrownBy(() -> people.token(CARL, "for ever", "cd".repeat(32), 91))
                .hasMessageContaining("token_days_check");
    }

    private Asked asked(Role role, Optional<String> fund) {
        return new Asked(CARL, role, fund, today, Optional.empty());
    }

    private long grant(Asked asked) {
        long grant = people.ask(asked, ANNA, WHY);
        people.decide(grant, Act.APPROVE, BERT, WHY);
        return grant;
    }

    private Grant last() {
        List<Grant> grants = staff.grants();
        return grants.get(grants.size() - 1);
    }

    private void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(() -> inSavepoint(act))
                .isInstanceOfSatisfying(
                        FundException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void inSavepoint(ThrowingCallable act) throws SQLException {
        var before = connection.setSavepoint();
        try {
            act.call();
        } catch (Throwable refused) {
            connection.rollback(before);
            if (refused instanceof SQLException sql) {
                throw sql;
            }
            throw (RuntimeException) refused;
        }
    }

    private void execute(String statements) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    /** Gives the one connection of the test to whoever asks, and keeps it open. */
    private DataSource inOneTransaction() {
        Connection kept = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
    }
}
