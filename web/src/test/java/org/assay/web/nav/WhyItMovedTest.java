package org.assay.web.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.replay.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhyItMovedTest {
    static Stream<Arguments> days() {
        return DemoStrikes.all().stream()
                .map(strike -> Arguments.of(strike.result().date(), strike));
    }

    @Test
    void the_demo_has_all_its_days() {
        assertThat(DemoStrikes.all()).hasSize(102);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void causes_add_up_to_the_change_of_net_assets(Object date, Replay.Strike strike) {
        WhyItMoved why = WhyItMoved.of(strike.inputs(), strike.result());
        Money sum = why.causes().stream()
                .map(WhyItMoved.Cause::amount)
                .reduce(Money.zero(strike.inputs().terms().base()), Money::plus);
        assertThat(sum).isEqualTo(strike.result().netAssets().minus(why.opening()));
        assertThat(why.unexplained().isZero()).isTrue();
    }

    /** The change comes from the closes and the causes from the journal, so a lost entry cannot hide. */
    @Test
    void an_entry_that_is_lost_is_unexplained() {
        Replay.Strike strike = DemoStrikes.all().get(60);
        Entry lost = strike.result().entries().stream()
                .filter(entry -> entry.lines().stream()
                        .anyMatch(line ->
                                line.account().isResult() && !line.base().isZero()))
                .findFirst()
                .orElseThrow();
        List<Entry> rest = strike.result().entries().stream()
                .filter(entry -> !entry.equals(lost))
                .toList();
        WhyItMoved why = WhyItMoved.of(strike.inputs(), with(strike.result(), rest));
        assertThat(why.unexplained().isZero()).isFalse();
    }

    /** From 7.50 to the estimates 7.6875 and 7.3125, and to 7.40 when a price came: each from the price used before. */
    @Test
    void an_estimated_price_is_called_so_and_the_next_day_moves_from_it() {
        List<Replay.Strike> strikes =
                DemoStrikes.struck("ejb/pack/src/test/resources/golden/C36-price-estimated", LocalDate.of(2026, 1, 12));
        assertThat(strikes.stream()
                        .skip(3)
                        .flatMap(strike -> WhyItMoved.of(strike.inputs(), strike.result()).causes().stream())
                        .map(cause -> cause.label() + ": " + cause.amount()))
                .containsExactly(
                        "RENDER, estimated price 7.6875 from 7.50: 1875.00 USD",
                        "RENDER, estimated price 7.3125 from 7.6875: -3750.00 USD",
                        "RENDER, price 7.40 from 7.3125: 875.00 USD");
    }

    @Test
    void a_cause_leads_to_a_trail_that_exists() {
        for (Replay.Strike strike : DemoStrikes.all()) {
            WhyItMoved.of(strike.inputs(), strike.result()).causes().stream()
                    .map(WhyItMoved.Cause::trail)
                    .filter(trail -> !trail.isEmpty())
                    .forEach(trail -> assertThat(
                                    org.assay.kernel.nav.NavTrail.of(strike.inputs(), strike.result(), trail))
                            .isNotNull());
        }
    }

    private static NavResult with(NavResult result, List<Entry> entries) {
        return new NavResult(
                result.fund(),
                result.date(),
                result.inputs(),
                result.status(),
                result.netAssets(),
                result.classes(),
                result.positions(),
                result.futures(),
                result.fees(),
                result.rolls(),
                entries,
                result.movements(),
                result.controls(),
                result.findings(),
                result.closing(),
                result.estimates());
    }
}
