package org.assay.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;
import org.junit.jupiter.api.Test;

/**
 * Two strikes, worked by hand.
 *
 * <pre>
 *   opens with 1,000,000.00, 10,000 shares at 100
 *   day 1, one day:    no capital,             closes at 1,010,000.00, 101.0000
 *   day 2, three days: 1,010,000.00 comes in,  closes at 2,040,200.00, 102.0100 over 20,000 shares
 *   interest 400.00, fee 200.00
 * </pre>
 */
class HighlightsTest {
    private static final Currency USD = new Currency("USD", 2);
    private static final LocalDate END = LocalDate.of(2026, 1, 9);

    @Test
    void averages_are_by_calendar_days() {
        Highlights highlights = Highlights.of(twoDays(), period(Span.MONTH, false));
        assertThat(highlights.days()).isEqualTo(4);
        // (1,000,000.00 x 1 + 2,020,000.00 x 3) / 4 and (10,000 x 1 + 20,000 x 3) / 4
        assertThat(highlights.averageNetAssets()).isEqualTo("1765000.00");
        assertThat(highlights.averageShares()).isEqualTo("17500.0000");
    }

    @Test
    void gains_per_share_are_what_is_left_between_the_two_ends() {
        Highlights highlights = Highlights.of(twoDays(), period(Span.MONTH, false));
        // 200.00 / 17,500 and 102.0100 - 100.0000 - 0.0114
        assertThat(highlights.incomePerShare()).isEqualTo("0.0114");
        assertThat(highlights.gains()).isEqualTo("1.9986");
        assertThat(highlights.totalReturn()).isEqualTo("2.0100");
    }

    @Test
    void ratios_of_a_part_of_a_year_are_scaled_to_one() {
        Highlights highlights = Highlights.of(twoDays(), period(Span.MONTH, false));
        // 200.00 x 365 / (1,765,000.00 x 4) = 0.010340
        assertThat(highlights.scaledTo()).isEqualTo(365);
        assertThat(highlights.expenseRatio()).isEqualTo("1.0340");
        assertThat(highlights.incomeRatio()).isEqualTo("1.0340");
    }

    @Test
    void ratios_of_a_whole_year_are_not() {
        Highlights highlights = Highlights.of(twoDays(), period(Span.YEAR, true));
        // 200.00 / 1,765,000.00 = 0.000113
        assertThat(highlights.expenseRatio()).isEqualTo("0.0113");
    }

    @Test
    void a_distribution_counts_in_the_return_and_is_taken_off_the_share() {
        ClassRoll roll = twoDays();
        roll.distributed = usd("1750.00");
        // 1,750.00 on the last day's 20,000 shares: 0.0875 a share, over 101
        roll.close(nav("2038450.00", 20_000, "101.9225"), usd("2040200.00"), usd("1750.00"), 1);
        Highlights highlights = Highlights.of(roll, period(Span.MONTH, false));
        // 1.0201 x (101.9225 + 0.0875) / 102.01 = 1.0201
        assertThat(highlights.totalReturn()).isEqualTo("2.0100");
        // over (10,000 + 60,000 + 20,000) / 5 = 18,000 average shares
        assertThat(highlights.distributions()).isEqualTo("0.0972");
    }

    @Test
    void a_class_nobody_held_has_no_ratios() {
        ClassRoll roll = new ClassRoll(terms(), usd("0.00"), Quantity.ZERO, price("100"), nav("0.00", 0, "100"));
        roll.close(nav("0.00", 0, "100"), usd("0.00"), usd("0.00"), 3);
        Highlights highlights = Highlights.of(roll, period(Span.MONTH, false));
        assertThat(highlights.days()).isZero();
        assertThat(highlights.expenseRatio()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(highlights.incomePerShare()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(highlights.totalReturn()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static ClassRoll twoDays() {
        ClassRoll roll = new ClassRoll(
                terms(), usd("1000000.00"), Quantity.of(10_000), price("100"), nav("1010000.00", 10_000, "101"));
        roll.close(nav("1010000.00", 10_000, "101"), usd("1000000.00"), usd("0.00"), 1);
        roll.close(nav("2040200.00", 20_000, "102.01"), usd("2020000.00"), usd("0.00"), 3);
        roll.earn(Account.INTEREST_INCOME, usd("400.00"));
        roll.earn(Account.MANAGEMENT_FEE, usd("-200.00"));
        return roll;
    }

    private static Period period(Span span, boolean whole) {
        return new Period(span, Optional.of(LocalDate.of(2026, 1, 5)), LocalDate.of(2026, 1, 6), END, whole);
    }

    private static ShareClass terms() {
        return new ShareClass(
                "A",
                LocalDate.of(2026, 1, 1),
                price("100"),
                4,
                4,
                new RateSchedule(List.of()),
                new DealingFee(List.of()));
    }

    private static ClassNav nav(String netAssets, long shares, String perShare) {
        return new ClassNav("A", usd(netAssets), Quantity.of(shares), price(perShare), usd("0.00"), usd("0.00"));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    private static Price price(String perUnit) {
        return new Price(new BigDecimal(perUnit), USD);
    }
}
