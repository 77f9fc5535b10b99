package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.db.AuditEvent.Act;
import org.assay.db.AuditEvent.Told;
import org.assay.db.AuditEvent.Wanted;
import org.junit.jupiter.api.Test;

/** What the books tell of who did what. */
class AuditRowsTest {
    private static final Optional<String> FUND = Optional.of("ILL-COMPUTE");

    @Test
    void every_strike_is_an_event_the_last_first() throws SQLException {
        List<AuditEvent> struck = events(wanted(Optional.of(Act.STRUCK)), 0, 1_000);
        assertThat(struck).hasSize(102);
        assertThat(struck.get(0).day()).contains(LocalDate.of(2026, 5, 29));
        assertThat(struck.get(101).day()).contains(LocalDate.of(2026, 1, 5));
        assertThat(struck).extracting(AuditEvent::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(struck)
                .allSatisfy(event -> assertThat(event.about()).isEqualTo("version 1, attempt 1"))
                .allSatisfy(event -> assertThat(event.after()).isEqualTo("Review"));
    }

    @Test
    void pages_follow_each_other_without_a_gap() throws SQLException {
        List<AuditEvent> all = events(wanted(Optional.empty()), 0, 1_000);
        List<AuditEvent> first = events(wanted(Optional.empty()), 0, 40);
        List<AuditEvent> second = events(wanted(Optional.empty()), 40, 40);
        assertThat(first).containsExactlyElementsOf(all.subList(0, 40));
        assertThat(second).containsExactlyElementsOf(all.subList(40, 80));
    }

    /** However they are read: some of them, all of them one by one, or their number alone. */
    @Test
    void events_are_counted_and_read_one_by_one_in_the_order_that_is_wanted() throws SQLException {
        for (AuditEvent.Order order : AuditEvent.Order.values()) {
            Wanted wanted = new Wanted(
                    FUND, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), order, false);
            List<AuditEvent> all = events(wanted, 0, 1_000);
            List<AuditEvent> oneByOne = new ArrayList<>();
            Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection());
            assertThat(snapshot.countEvents(wanted, new Told(Scope.ALL, true))).isEqualTo(all.size());
            try (EventCursor cursor = snapshot.eventsOneByOne(wanted, new Told(Scope.ALL, true))) {
                for (List<AuditEvent> piece = cursor.next(); !piece.isEmpty(); piece = cursor.next()) {
                    oneByOne.addAll(piece);
                }
            }
            assertThat(oneByOne).as(order.name()).isEqualTo(all);
        }
        Wanted byDay = new Wanted(
                FUND,
                Optional.empty(),
                Optional.of(Act.STRUCK),
                Optional.empty(),
                Optional.empty(),
                AuditEvent.Order.DAY,
                false);
        assertThat(events(byDay, 0, 1_000))
                .extracting(event -> event.day().orElseThrow())
                .isSorted();
    }

    @Test
    void a_span_ends_before_its_end() throws SQLException {
        List<AuditEvent> all = events(wanted(Optional.empty()), 0, 1_000);
        Instant from = all.get(20).at();
        Instant to = all.get(10).at();
        List<AuditEvent> some = events(
                new Wanted(FUND, Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to)), 0, 1_000);
        assertThat(some).isNotEmpty().allSatisfy(event -> assertThat(event.at()).isBetween(from, to.minusNanos(1)));
    }

    /** A text that poses as SQL is a name nobody has. */
    @Test
    void what_is_asked_for_is_an_argument_and_never_a_statement() throws SQLException {
        Wanted wanted = new Wanted(
                Optional.of("x' or '1'='1"), Optional.of("--"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(events(wanted, 0, 10)).isEmpty();
    }

    private static Wanted wanted(Optional<Act> act) {
        return new Wanted(FUND, Optional.empty(), act, Optional.empty(), Optional.empty());
    }

    private static List<AuditEvent> events(Wanted wanted, long skip, long limit) throws SQLException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            return snapshot.events(wanted, new Told(Scope.ALL, true), skip, limit);
        }
    }
}
