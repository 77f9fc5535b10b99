package org.assay.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.junit.jupiter.api.Test;

class PriceIntakeTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 3, 5);

    @Test
    void the_first_price_of_tao_is_caught_and_the_right_one_after_it_is_not() {
        // As the vendor published it: 2023-03-05 at 0.126, then 93.40, 87.78, 85.22.
        assertThat(caught("0.1263040006", "93.3973922729", "87.7815093994", "85.2213287354"))
                .containsExactly("2023-03-05");
    }

    @Test
    void a_price_that_moved_and_stayed_is_news_and_not_an_error() {
        assertThat(caught("10", "10.1", "16", "16.2", "16.1")).isEmpty();
    }

    @Test
    void a_price_that_moved_and_came_back_is_caught_on_its_day() {
        assertThat(caught("10", "10.1", "1.01", "10.2", "10.1")).containsExactly("2023-03-07");
    }

    /** SOL on 2022-11-10: 24.16, 13.99, 17.66; the neighbours agree, and the later one agrees with the price as well. */
    @Test
    void a_price_that_one_neighbour_agrees_with_does_not_stand_alone() {
        assertThat(caught("27.80", "24.16", "13.99", "17.66")).isEmpty();
    }

    @Test
    void the_newest_price_cannot_be_caught_for_it_has_one_neighbour() {
        assertThat(caught("10", "10.1", "1.01")).isEmpty();
    }

    @Test
    void a_price_somebody_accepted_with_evidence_is_not_caught_again() {
        List<Quote> series = series("10", "10.1", "1.01", "10.2");
        Quote odd = series.get(2);
        series.set(
                2,
                new Quote(
                        odd.instrument(),
                        odd.date(),
                        odd.kind(),
                        odd.time(),
                        odd.price(),
                        odd.source(),
                        odd.recorded(),
                        odd.volume(),
                        odd.openInterest(),
                        Optional.of("venue outage confirmed by two sources")));
        assertThat(PriceIntake.check(series, policy())).isEmpty();
    }

    @Test
    void the_band_is_strict_and_works_around_zero() {
        PricePolicy policy = policy();
        assertThat(policy.isOdd(price("10"), price("13"))).isFalse();
        assertThat(policy.isOdd(price("10"), price("13.0000000001"))).isTrue();
        assertThat(policy.isOdd(price("-10"), price("-13"))).isFalse();
        assertThat(policy.isOdd(price("18.27"), price("-37.63"))).isTrue();
        assertThat(policy.isOdd(price("0"), price("0.01"))).isTrue();
    }

    private static List<String> caught(String... prices) {
        return PriceIntake.check(series(prices), policy()).stream()
                .map(Finding::date)
                .map(LocalDate::toString)
                .toList();
    }

    private static List<Quote> series(String... prices) {
        List<Quote> series = new ArrayList<>();
        for (String price : prices) {
            LocalDate date = FIRST.plusDays(series.size());
            var time = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            series.add(new Quote(
                    "TAO",
                    date,
                    Quote.Kind.CLOSE,
                    time,
                    price(price),
                    "vendor",
                    time,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return series;
    }

    private static Price price(String price) {
        return new Price(new BigDecimal(price), new Currency("USD", 2));
    }

    private static PricePolicy policy() {
        return new PricePolicy(new Rate(new BigDecimal("0.30")), 3, 10, PricePolicy.Missing.CARRY);
    }
}
