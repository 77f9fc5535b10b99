package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.nav.Books;
import org.assay.pack.replay.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of a fund that are read in parts: what the database cuts out is what the books say. */
class FundListsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final int SIZE = 3;

    static Stream<Arguments> questions() {
        return Stream.of("", "ill-h100", "RENDER", "fcm", "nothing is called so")
                .flatMap(text -> Stream.of(LotsWanted.Order.values())
                        .flatMap(order -> Stream.of(false, true)
                                .map(descending -> Arguments.of(new LotsWanted(text, order, descending)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void a_page_of_lots_is_the_same_from_the_database_and_from_the_books(LotsWanted wanted) throws SQLException {
        try (Snapshot snapshot = snapshot(Optional.empty())) {
            StrikeHead strike = snapshot.strike("ILL-COMPUTE", DAY).orElseThrow();
            Knowledge knowledge = snapshot.knowledge(StruckFund.FUND, strike);
            Books closed = snapshot.closing(knowledge, strike);
            assertThat(closed.lots()).hasSizeGreaterThan(2 * SIZE);
            for (int skip = 0; skip <= closed.lots().size(); skip += SIZE) {
                assertThat(snapshot.lots(knowledge, strike, wanted, skip, SIZE))
                        .isEqualTo(wanted.of(closed.lots(), skip, SIZE));
            }
        }
    }

    @Test
    void all_lots_stand_first_in_first_out_without_an_order() throws SQLException {
        try (Snapshot snapshot = snapshot(Optional.empty())) {
            StrikeHead strike = snapshot.strike("ILL-COMPUTE", DAY).orElseThrow();
            Knowledge knowledge = snapshot.knowledge(StruckFund.FUND, strike);
            List<Lot> lots =
                    snapshot.lots(knowledge, strike, LotsWanted.ALL, 0, 1_000).lots();
            assertThat(lots).isEqualTo(snapshot.closing(knowledge, strike).lots());
        }
    }

    /** What entered and left is what moved between capital and the shares: every day, class by class. */
    @Test
    void capital_of_a_day_is_what_its_nav_says() throws SQLException {
        try (Snapshot snapshot = snapshot(Optional.empty())) {
            List<StrikeHead> strikes = snapshot.strikes("ILL-COMPUTE", LocalDate.of(2026, 1, 1), DAY);
            List<FlowLine> flows = snapshot.flows(strikes);
            assertThat(flows).isNotEmpty();
            BigDecimal subscribed = flows.stream().map(FlowLine::subscribed).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal redeemed = flows.stream().map(FlowLine::redeemed).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(subscribed.subtract(redeemed).negate())
                    .isEqualByComparingTo(capital(snapshot.closing(
                            snapshot.knowledge(StruckFund.FUND, strikes.get(strikes.size() - 1)),
                            strikes.get(strikes.size() - 1))));
            assertThat(flows).allSatisfy(flow -> {
                assertThat(flow.subscribed()).isNotNegative();
                assertThat(flow.redeemed()).isNotNegative();
            });
        }
    }

    /** Credit is negative. */
    private static BigDecimal capital(Books books) {
        return books.balances().stream()
                .filter(balance ->
                        List.of("3000", "3010").contains(balance.key().account().code()))
                .map(balance -> balance.base().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Between two strikes the first of them was the last: the days after it were not struck then. */
    @Test
    void the_last_strike_of_a_moment_is_the_last_that_was_struck_by_then() throws SQLException {
        Instant between;
        StrikeHead first;
        try (Snapshot snapshot = snapshot(Optional.empty())) {
            List<StrikeHead> strikes = snapshot.strikes("ILL-COMPUTE", LocalDate.of(2026, 1, 1), DAY);
            first = strikes.get(0);
            between = strikes.get(1).struckAt().minusNanos(1_000);
        }
        try (Snapshot snapshot = snapshot(Optional.of(between))) {
            assertThat(snapshot.lastStrike("ILL-COMPUTE")).map(StrikeHead::date).contains(first.date());
        }
        try (Snapshot snapshot = snapshot(Optional.of(first.struckAt().minusSeconds(60)))) {
            assertThat(snapshot.lastStrike("ILL-COMPUTE")).isEmpty();
        }
    }

    private static Snapshot snapshot(Optional<Instant> moment) throws SQLException {
        Connection connection = StruckFund.database().app().getConnection();
        return Snapshot.of(connection, moment);
    }
}
