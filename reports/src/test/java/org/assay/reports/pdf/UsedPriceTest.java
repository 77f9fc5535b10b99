package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;

class UsedPriceTest {
    private static final StruckNav NAV = DemoNavs.on("2026-03-31");

    @Test
    void a_close_and_a_settlement_of_the_day_are_level_1() {
        assertThat(used(NAV, "AKT")).isEqualTo(new UsedPrice(1, "illustrative, 2026-03-31 20:00"));
        assertThat(used(NAV, "ILL-H100-2026-05")).isEqualTo(new UsedPrice(1, "illustrative, 2026-03-31 20:00"));
    }

    @Test
    void a_bill_is_level_2() {
        assertThat(used(NAV, "ILL-BILL-2026-04-02")).isEqualTo(new UsedPrice(2, "illustrative, 2026-03-31 20:00"));
    }

    @Test
    void a_price_of_an_earlier_day_is_level_2_and_called_carried() {
        StruckNav carried = struck(quote -> quote.instrument().equals("AKT") ? Optional.empty() : Optional.of(quote));
        assertThat(used(carried, "AKT")).isEqualTo(new UsedPrice(2, "carried, of 2026-03-30, 2026-03-30 20:00"));
    }

    @Test
    void a_price_entered_by_hand_is_level_3() {
        StruckNav manual = struck(quote -> Optional.of(from(quote, "MANUAL")));
        assertThat(used(manual, "AKT")).isEqualTo(new UsedPrice(3, "MANUAL, 2026-03-31 20:00"));
    }

    @Test
    void a_price_estimated_by_anothers_move_is_level_3() {
        LocalDate day = LocalDate.of(2026, 1, 8);
        StruckNav estimated = DemoNavs.struck("ejb/pack/src/test/resources/golden/C36-price-estimated", day)
                .get(day);
        String instrument = estimated.result().estimates().get(0).last().instrument();
        assertThat(used(estimated, instrument)).isEqualTo(new UsedPrice(3, "estimated by the move of AKT"));
    }

    /** 10,014,030.13 in three tokens, 12,997,374.00 in two positions of a bill. */
    @Test
    void market_value_is_summed_by_level() {
        assertThat(Cells.of(new Investments(NAV).levels()))
                .containsExactly(
                        "1 | Published for the day by the market: close of a token | 3 | 10,014,030.13 | 18.44",
                        "2 | Observed otherwise: of an earlier day, or of a bill | 2 | 12,997,374.00 | 23.93",
                        "3 | Not observed: entered by hand, or estimated by another instrument's move | – | – | –",
                        "Cash, which has no price | 4 | 32,024,871.44 | 58.96",
                        "Investments and cash | 9 | 55,036,275.57 | 101.33");
    }

    private static UsedPrice used(StruckNav nav, String id) {
        Instrument instrument = nav.inputs().instruments().get(id);
        return UsedPrice.of(nav, instrument).orElseThrow();
    }

    /** The same day from other prices. */
    private static StruckNav struck(Function<Quote, Optional<Quote>> change) {
        NavInputs inputs = NAV.inputs();
        List<Quote> quotes = inputs.quotes().stream()
                .flatMap(quote -> change.apply(quote).stream())
                .toList();
        NavInputs changed = new NavInputs(
                inputs.date(),
                inputs.valuationPoint(),
                inputs.known(),
                inputs.terms(),
                inputs.opening(),
                inputs.facts(),
                inputs.struckAlready(),
                quotes,
                inputs.rates(),
                inputs.instruments(),
                inputs.calendars(),
                inputs.earlierQuotes());
        return new StruckNav(NAV.fund(), changed, Nav.strike(changed), 1, 1, "Review", List.of(), NAV.history());
    }

    private static Quote from(Quote quote, String source) {
        return new Quote(
                quote.instrument(),
                quote.date(),
                quote.kind(),
                quote.time(),
                quote.price(),
                source,
                quote.recorded(),
                quote.volume(),
                quote.openInterest(),
                Optional.of("two venues agree"));
    }
}
