package org.assay.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Currency USD = new Currency("USD", 2);

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void money_is_grouped_and_keeps_its_cents() {
        assertThat(Figure.of(new Money(number("54650307.12"), USD)).text()).isEqualTo("54,650,307.12");
        assertThat(Figure.money(number("2.5E+8"), 2, "USD").text()).isEqualTo("250,000,000.00");
    }

    @Test
    void below_zero_stands_in_parentheses_and_zero_is_a_dash() {
        assertThat(Figure.of(new Money(number("-1234.5"), USD)).text()).isEqualTo("(1,234.50)");
        assertThat(Figure.of(Money.zero(USD)).text()).isEqualTo("–");
    }

    @Test
    void every_digit_is_kept_where_one_hovers() {
        Figure figure = Figure.of(new Quantity(number("9199.623456789")));
        assertThat(figure.text()).isEqualTo("9,199.623456789");
        assertThat(figure.exact()).isEqualTo("9199.623456789");
    }

    @Test
    void a_price_has_the_decimals_it_was_struck_at() {
        assertThat(Figure.of(new Price(number("98.441"), USD), 4).text()).isEqualTo("98.4410");
        assertThat(Figure.of(new Price(number("2.5"), USD)).text()).isEqualTo("2.50");
    }

    /** 0.4199 of 98.0293 is 0.42834 percent. */
    @Test
    void a_percentage_is_rounded_for_the_eye_alone() {
        Figure figure = Figure.percent(number("0.4199"), number("98.0293"));
        assertThat(figure.text()).isEqualTo("0.43");
        assertThat(figure.exact()).isEqualTo("0.42834132 %");
    }

    @Test
    void a_little_is_not_shown_as_nothing() {
        assertThat(Figure.basisPoints(number("-0.79"), number("54616205.55")).text())
                .isEqualTo("(0.0)");
        assertThat(Figure.basisPoints(BigDecimal.ZERO, number("54616205.55")).text())
                .isEqualTo("–");
    }

    /** A move of 0.2155 on 2.5035 has sixteen digits, of which a person reads six. */
    @Test
    void what_was_measured_is_short_to_the_eye_and_never_nothing() {
        Figure figure = Figure.measured(number("0.08607948871579788"));
        assertThat(figure.text()).isEqualTo("0.086079");
        assertThat(figure.exact()).isEqualTo("0.08607948871579788");
        assertThat(Figure.measured(number("5")).text()).isEqualTo("5");
        assertThat(Figure.measured(number("0.0000001")).text()).isEqualTo("0.0000001");
    }

    @Test
    void of_nothing_there_is_no_proportion() {
        assertThat(Figure.percent(BigDecimal.ONE, BigDecimal.ZERO)).isEqualTo(Figure.NONE);
    }
}
