package org.assay.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.reports.DemoBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked entries of accounting.md, section 3, told as a month. */
class WorkedExamplesTest {
    private static final String LOTS = "Realised gains by lot";

    /** J05: 25,000 of 40,000 sold for 224,775.00, first in first out. The two gains are the 33,584.00 of the entry. */
    @Test
    void a_sale_over_two_lots_gives_each_its_part() {
        Recorder month = Recorder.of(DemoBooks.golden("J05-token-sale-fifo", "2026-01-16"), Span.MONTH);
        assertThat(lots(month))
                .containsExactly(
                        "BUY-1 2026-01-07 2026-01-14 7 20000 150150.00 179820.00 29670.00 29670.00 0.00",
                        "BUY-2 2026-01-08 2026-01-14 6 5000 41041.00 44955.00 3914.00 3914.00 0.00");
        assertThat(month.figure("Holdings: quantity and cost", "RENDER", "Closing quantity"))
                .isEqualTo("15000");
        assertThat(month.figure("Holdings: quantity and cost", "RENDER", "Closing cost"))
                .isEqualTo("110110.00");
        assertThat(month.figure("Holdings: fair value", "RENDER", "Closing fair value"))
                .isEqualTo("135000.00");
        assertThat(month.figure("Holdings: fair value", "RENDER", "Net gain")).isEqualTo("58474.00");
    }

    /** J06: 400 of 1,000 sold. 2,688.00 of the price, 800.00 of the currency; the receivable loses 112.00 until it is paid. */
    @Test
    void a_gain_in_another_currency_is_split_and_the_receivable_told_apart() {
        Recorder month = Recorder.of(DemoBooks.own("euro-token", "2026-01-12"), Span.MONTH);
        assertThat(lots(month))
                .containsExactly("BUY-1 2026-01-06 2026-01-08 2 400 21600.00 25088.00 3488.00 2688.00 800.00");
        String money = "Realised currency results on money";
        assertThat(month.plain(money)).singleElement().satisfies(row -> {
            assertThat(month.text(row, money, "Kind")).isEqualTo("settlement");
            assertThat(month.text(row, money, "Currency")).isEqualTo("EUR");
            assertThat(month.text(row, money, "Gain")).isEqualTo("-112.00");
        });
        assertThat(month.figure(money, "Total", "Gain")).isEqualTo("688.00");
        assertThat(month.figure("Holdings: fair value", "EURTOKEN", "Additions"))
                .isEqualTo("54000.00");
        assertThat(month.figure("Holdings: fair value", "EURTOKEN", "Proceeds of what left"))
                .isEqualTo("25088.00");
        // 600 x 56 x 1.115, and what leads there from 54,000.00 less 25,088.00.
        assertThat(month.figure("Holdings: fair value", "EURTOKEN", "Closing fair value"))
                .isEqualTo("37464.00");
        assertThat(month.figure("Holdings: fair value", "EURTOKEN", "Net gain")).isEqualTo("8552.00");
    }

    /** J07 to J09: 20 opened, 10 closed at a gain of 1,000.00, 10 settled at one of 1,125.00. */
    @Test
    void a_contract_is_told_from_its_first_lot_to_its_last() {
        Recorder month = Recorder.of(DemoBooks.golden("J07-J09-future", "2026-01-30"), Span.MONTH);
        String contract = "ILL-H100-2026-01";
        assertThat(List.of("Opening", "Bought", "Sold", "Rolled in", "Rolled out", "Settled", "Closing"))
                .map(head -> month.figure("Futures: lots", contract, head))
                .containsExactly("0", "20", "10", "0", "0", "-10", "0");
        assertThat(List.of("Variation margin", "Realised", "Unrealised at the end", "Unrealised at the start"))
                .map(head -> month.figure("Futures: margin", contract, head))
                .containsExactly("2125.00", "2125.00", "0.00", "0.00");
        assertThat(month.figure("Futures: what the journal has", contract, "Commission, USD"))
                .isEqualTo("50.00");
    }

    /** J02: 101,234.50 redeemed, of which 506.17 stays as a fee. */
    @Test
    void a_redemption_fee_is_capital_that_issues_no_share() {
        Recorder month = Recorder.of(DemoBooks.golden("J02-redemption", "2026-01-13"), Span.MONTH);
        String changes = "Statement of changes in net assets";
        assertThat(month.figure(changes, "Shares issued", "Fund")).isEqualTo("1000000.00");
        assertThat(month.figure(changes, "Redemption fees kept", "Class A")).isEqualTo("506.17");
        assertThat(month.figure(changes, "Shares redeemed", "Fund")).isEqualTo("-101234.50");
        assertThat(month.figure(changes, "Net assets at the end", "Fund")).isEqualTo("911616.67");
        assertThat(month.figure("Shares", "A", "At the end")).isEqualTo("9000");
    }

    /** B left 0.35 too little, which A bears: net assets of B come to nothing, and the fund's to the same. */
    @Test
    void what_a_class_without_holders_left_moves_between_classes_and_not_in_the_fund() {
        Recorder month = Recorder.of(DemoBooks.golden("J02-class-left", "2026-01-08"), Span.MONTH);
        String moved = "Units of rounding, and what a class without holders left";
        assertThat(month.figure("Statement of operations", moved, "Fund")).isEqualTo("0.00");
        assertThat(month.figure("Statement of operations", moved, "Class A")).isEqualTo("-0.35");
        assertThat(month.figure("Statement of operations", moved, "Class B")).isEqualTo("0.35");
    }

    @ParameterizedTest
    @CsvSource({
        "J01-subscription, 2026-01-08",
        "J02-redemption, 2026-01-13",
        "J02-class-left, 2026-01-08",
        "J03-token-buy, 2026-01-09",
        "J05-token-sale-fifo, 2026-01-16",
        "J07-J09-future, 2026-01-30",
        "J10-roll, 2026-01-13",
        "J17-management-fee, 2026-01-06"
    })
    void every_worked_example_ties(String pack, String date) {
        Recorder month = Recorder.of(DemoBooks.golden(pack, date), Span.MONTH);
        assertThat(month.checks()).isNotEmpty().allMatch(Check::passes);
    }

    private static List<String> lots(Recorder month) {
        return month.plain(LOTS).stream()
                .map(row -> String.join(
                        " ",
                        List.of(
                                month.text(row, LOTS, "Lot"),
                                month.text(row, LOTS, "Opened"),
                                month.text(row, LOTS, "Closed"),
                                month.text(row, LOTS, "Held, days"),
                                month.text(row, LOTS, "Quantity"),
                                month.text(row, LOTS, "Cost"),
                                month.text(row, LOTS, "Proceeds"),
                                month.text(row, LOTS, "Gain"),
                                month.text(row, LOTS, "Of the price"),
                                month.text(row, LOTS, "Of the currency"))))
                .toList();
    }
}
