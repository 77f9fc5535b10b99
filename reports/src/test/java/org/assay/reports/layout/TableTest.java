package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Currency USD = new Currency("USD", 2);

    @Test
    void figures_are_printed_as_figures_and_what_is_absent_is_empty() {
        Section section = Table.of("fees", USD)
                .row(
                        "A",
                        money("-1234.5"),
                        Quantity.of(12),
                        new Price(new BigDecimal("2.4"), USD),
                        Optional.empty(),
                        Optional.of(money("1")),
                        LocalDate.of(2026, 3, 31),
                        7)
                .section();
        assertThat(Cells.of(section)).containsExactly("A | (1,234.50) | 12 | 2.40 | 1.00 | 2026-03-31 | 7");
    }

    @Test
    void what_ties_is_a_dash_and_what_does_not_is_said_aloud_with_the_amount() {
        Section section = Table.of("fees", USD)
                .check("cash less bank", money("0"))
                .check("cash less bank", money("0"), money("0.01"), money("-2"))
                .check("shares", Quantity.ZERO)
                .check("shares", Quantity.of(3))
                .section();
        assertThat(Cells.of(section))
                .containsExactly(
                        "Check, cash less bank: –",
                        "DOES NOT TIE by 0.01 USD, (2.00) USD: cash less bank",
                        "Check, shares: –",
                        "DOES NOT TIE by 3: shares");
    }

    @Test
    void a_sentence_stands_for_rows_only_where_there_are_none() {
        assertThat(Cells.of(Table.of("fees", USD).orLine("None.").section())).containsExactly("None.");
        assertThat(Cells.of(Table.of("fees", USD).row("A").orLine("None.").section()))
                .containsExactly("A");
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
