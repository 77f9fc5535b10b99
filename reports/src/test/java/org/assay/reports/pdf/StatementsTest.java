package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.reports.DemoNavs;
import org.assay.reports.layout.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StatementsTest {
    /**
     * On 31 March 750,000.00 was subscribed to class A and 600,000.00 redeemed. A bears 1.5% on 21,340,273.76 + 150,000.00 for
     * a day, 883.16; I bears 0.75% on 32,974,346.55, 677.56.
     */
    @Test
    void capital_of_one_day_enters_at_the_open_of_the_next_and_the_classes_bear_their_fees() {
        assertThat(Cells.of(new Statements(DemoNavs.on("2026-04-01")).changes()))
                .contains("Check, opening + what moved it less closing, of each class and of the fund: –")
                .anySatisfy(row -> assertThat(row)
                        .startsWith("A | 21,340,273.76 | 750,000.00 | (600,000.00) | – |")
                        .contains("| (883.16) |"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("I | 32,974,346.55 | – | – | – |")
                        .contains("| (677.56) |"));
    }

    /** On 31 March nothing was sold: interest less fees, and what prices and the contract did. */
    @Test
    void operations_are_told_by_account_and_whose_they_are() {
        assertThat(Cells.of(new Statements(DemoNavs.on("2026-03-31")).operations()))
                .containsExactly(
                        "Income",
                        "4240 | Interest income: cash, bills, margin | 4,326.97 | – | 4,326.97",
                        "Expenses",
                        "5000 | Management fee expense | – | (1,553.90) | (1,553.90)",
                        "Net investment income | 4,326.97 | (1,553.90) | 2,773.07",
                        "Realised",
                        "None",
                        "Net realised result | – | – | –",
                        "Change in unrealised",
                        "4100 | Change in unrealised: price | 85,576.57 | – | 85,576.57",
                        "4110 | Change in unrealised: currency | 179.17 | – | 179.17",
                        "4120 | Change in unrealised: futures and perpetuals | (65,711.00) | – | (65,711.00)",
                        "Net change in unrealised result | 20,044.74 | – | 20,044.74",
                        "Result of operations | 24,371.71 | (1,553.90) | 22,817.81",
                        "Check, result of operations less what was allocated to the classes and is theirs alone: –");
    }

    /** 750,000.00 at 100.4226 are 7,468.4383 shares, cut at the fourth decimal; 600,000.00 are 5,974.7507. */
    @Test
    void orders_of_the_day_are_told_as_they_were_dealt() {
        assertThat(Cells.of(new Statements(DemoNavs.on("2026-03-31")).dealt()))
                .containsExactly(
                        "R-002 | A | Redemption | 100.4226 | 5,974.7507 | 600,000.00 | 2026-04-06",
                        "S-005 | A | Subscription | 100.4226 | 7,468.4383 | 750,000.00 | 2026-03-31");
    }

    @ParameterizedTest
    @FieldSource("org.assay.reports.DemoNavs#VARIED")
    void every_statement_ties(String day) {
        Statements statements = new Statements(DemoNavs.on(day));
        assertThat(Cells.of(statements.classes()))
                .contains("Check, net assets of the classes less those of the fund: –");
        assertThat(Cells.of(statements.accounts()))
                .contains("Check, assets less liabilities less net assets as struck: –");
        assertThat(Cells.of(statements.operations()))
                .contains("Check, result of operations less what was allocated to the classes and is theirs alone: –");
        assertThat(Cells.of(statements.changes()))
                .contains("Check, opening + what moved it less closing, of each class and of the fund: –");
    }
}
