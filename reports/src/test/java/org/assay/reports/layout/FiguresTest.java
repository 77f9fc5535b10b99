package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Currency USD = new Currency("USD", 2);

    @Test
    void thousands_are_separated_negatives_in_parentheses_and_zero_is_a_dash() {
        assertThat(money("1234567.8")).isEqualTo("1,234,567.80");
        assertThat(money("-1234.5")).isEqualTo("(1,234.50)");
        assertThat(money("-0.05")).isEqualTo("(0.05)");
        assertThat(money("0")).isEqualTo("–");
        assertThat(money("999")).isEqualTo("999.00");
    }

    @Test
    void quantities_keep_every_digit_and_no_idle_zero() {
        assertThat(unpadded(Figures.of(new Quantity(new BigDecimal("9000.123456789012345678")))))
                .isEqualTo("9,000.123456789012345678");
        assertThat(unpadded(Figures.of(Quantity.of(1_000_000)))).isEqualTo("1,000,000");
    }

    @Test
    void a_price_has_at_least_two_decimals() {
        assertThat(price("2.4")).isEqualTo("2.40");
        assertThat(price("0.991311")).isEqualTo("0.991311");
        assertThat(price("-37.63")).isEqualTo("(37.63)");
    }

    @Test
    void a_moment_tells_its_zone_and_the_day_where_utc_has_another() {
        ZoneId zone = ZoneId.of("America/New_York");
        assertThat(Figures.moment(Instant.parse("2026-03-31T20:00:00Z"), zone))
                .isEqualTo("2026-03-31 16:00 America/New_York (20:00 UTC)");
        assertThat(Figures.moment(Instant.parse("2026-04-01T02:00:00Z"), zone))
                .isEqualTo("2026-03-31 22:00 America/New_York (2026-04-01 02:00 UTC)");
    }

    /** Figures that stand in columns are as wide as their parentheses; the blank is not part of the claim here. */
    private static String money(String amount) {
        return unpadded(Figures.of(new Money(new BigDecimal(amount), USD)));
    }

    private static String price(String perUnit) {
        return unpadded(Figures.of(new Price(new BigDecimal(perUnit), USD)));
    }

    private static String unpadded(String figure) {
        return figure.replace("\u00a0", "");
    }
}
