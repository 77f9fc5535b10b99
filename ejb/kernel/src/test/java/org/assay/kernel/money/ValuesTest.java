package org.assay.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Currency USD = new Currency("USD", 2);
    private static final Currency YEN = new Currency("JPY", 0);

    @Test
    void money_refuses_a_digit_below_its_minor_unit() {
        assertThatThrownBy(() -> new Money(new BigDecimal("1.005"), USD)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("0.5"), YEN)).isInstanceOf(ArithmeticException.class);
        assertThat(new Money(new BigDecimal("1.50000"), USD)).isEqualTo(new Money(new BigDecimal("1.5"), USD));
    }

    @Test
    void money_rounds_only_where_somebody_names_the_mode() {
        assertThat(Money.rounded(new BigDecimal("1.005"), USD, RoundingMode.HALF_UP))
                .hasToString("1.01 USD");
        assertThat(Money.rounded(new BigDecimal("-1.005"), USD, RoundingMode.HALF_UP))
                .hasToString("-1.01 USD");
    }

    @Test
    void two_currencies_do_not_add_up() {
        Money dollar = new Money(BigDecimal.ONE, USD);
        Money yen = new Money(BigDecimal.ONE, YEN);
        assertThatThrownBy(() -> dollar.plus(yen)).hasMessageContaining("do not add up");
    }

    @Test
    void a_quantity_keeps_eighteen_decimals_and_refuses_the_nineteenth() {
        assertThat(new Quantity(new BigDecimal("0.000000000000000001"))).hasToString("0.000000000000000001");
        assertThatThrownBy(() -> new Quantity(new BigDecimal("0.0000000000000000001")))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Quantity.truncated(new BigDecimal("2469.513900"), 4)).hasToString("2469.5139");
        assertThat(Quantity.truncated(new BigDecimal("2469.51389999"), 4)).hasToString("2469.5138");
    }

    @Test
    void a_price_may_be_negative() {
        // WTI May 2020 settled at -37.63 on 2020-04-20.
        Price price = new Price(new BigDecimal("-37.63"), USD);
        assertThat(price.times(Quantity.of(10))).isEqualByComparingTo("-376.3");
    }

    @Test
    void a_part_takes_its_share_and_the_last_part_takes_all() {
        // G5: 82,082.00 for 10,000; half of it.
        Money cost = new Money(new BigDecimal("82082.00"), USD);
        assertThat(cost.share(new BigDecimal("5000"), new BigDecimal("10000"), RoundingMode.HALF_UP))
                .hasToString("41041.00 USD");
        assertThat(cost.share(BigDecimal.TEN, BigDecimal.TEN, RoundingMode.HALF_UP))
                .isEqualTo(cost);
    }

    @Test
    void numbers_are_written_plainly() {
        assertThat(Plain.text(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Plain.text(new BigDecimal("0E-18"))).isEqualTo("0");
        assertThat(Plain.text(new BigDecimal("1.2300"))).isEqualTo("1.23");
    }
}
