package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fault row 21: a class, or the whole fund, with no shares: before its first order, and after its last. A owns 300,000.00
 * and I 700,000.00, at 100 a share; the fund holds 10,000 RENDER bought at 10.00, with no fees and no interest.
 */
class LastSharesTest {
    private static final String MON = "2026-02-02";
    private static final String TUE = "2026-02-03";
    private static final String WED = "2026-02-04";
    private static final String THU = "2026-02-05";

    /** RENDER closes at 10.00 on Tuesday and at {@code price} from Wednesday on. */
    private static FundFixture fund(String price) {
        FundFixture fund = new FundFixture().subscribe("S2", MON, "I", "700000.00");
        fund.feeA = "0";
        fund.feeI = "0";
        fund.interestRate = "0";
        return fund.buy("T1", TUE, FundFixture.RENDER, "10000", "10.00", "0.00")
                .price(TUE, FundFixture.RENDER, "10.00")
                .price(WED, FundFixture.RENDER, price)
                .price(THU, FundFixture.RENDER, price);
    }

    private static ClassNav nav(NavResult result, String code) {
        return result.classes().stream()
                .filter(nav -> nav.shareClass().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Wednesday's gain is 10,000 x 0.100050 = 1,000.50, of it I 700.35: 700,700.35 / 7,000 = 100.10005, published 100.1001,
     * pays 700,700.70 and leaves -0.35. At 0.100043 it is 1,000.43: I has 700,700.30, 100.1000 a share, and leaves 0.30.
     */
    @ParameterizedTest(name = "at {0}")
    @CsvSource({"10.10005, 700700.70, 300300.15, 300299.80", "10.100043, 700700.00, 300300.13, 300300.43"})
    void what_rounding_leaves_of_an_empty_class_goes_to_those_who_stay(
            String price, String paid, String before, String after) {
        List<NavResult> results = fund(price)
                .subscribe("S1", MON, "A", "300000.00")
                .redeem("R1", WED, "I", "7000")
                .strike(MON, TUE, WED, THU);
        assertThat(nav(results.get(2), "A").netAssets()).isEqualTo(FundFixture.usd(before));
        assertThat(results.get(2).closing().deals().get(0).amount()).isEqualTo(FundFixture.usd(paid));
        NavResult thursday = results.get(3);
        assertThat(nav(thursday, "I").shares().isZero()).isTrue();
        assertThat(nav(thursday, "I").netAssets()).isEqualTo(FundFixture.usd("0.00"));
        assertThat(nav(thursday, "A").netAssets())
                .isEqualTo(FundFixture.usd(after))
                .isEqualTo(thursday.netAssets());
        assertThat(thursday.status()).isEqualTo(Status.REVIEW);
        assertThat(thursday.findings()).isEmpty();
    }

    /** 0.5 percent of 700,700.70 is 3,503.50; it is kept when the redemption is paid, on Saturday, after I is empty. */
    @Test
    void a_redemption_fee_of_an_empty_class_goes_to_those_who_stay() {
        FundFixture fund = fund("10.10005")
                .subscribe("S1", MON, "A", "300000.00")
                .redeem("R1", WED, "I", "7000")
                .price("2026-02-07", FundFixture.RENDER, "10.10005");
        fund.feeA = "0.015";
        fund.feeI = "0.015";
        fund.redemptionFee =
                new DealingFee(List.of(new DealingFee.Step(FundFixture.day(MON), new Rate(new BigDecimal("0.005")))));
        List<NavResult> results = fund.strike(MON, TUE, WED, THU, "2026-02-07");
        Money paid = results.get(2).closing().deals().get(0).amount();
        Money kept = Money.rounded(
                paid.amount().multiply(new BigDecimal("0.005")), FundFixture.USD, java.math.RoundingMode.HALF_UP);
        NavResult saturday = results.get(4);
        assertThat(nav(saturday, "I").flow()).isEqualTo(kept);
        assertThat(nav(saturday, "I").allocated()).isEqualTo(kept.negate());
        assertThat(nav(saturday, "I").netAssets().isZero()).isTrue();
        assertThat(nav(saturday, "A").allocated()).isEqualTo(kept);
        assertThat(saturday.fees()).extracting(NavResult.ClassFee::shareClass).containsExactly("A");
        assertThat(saturday.status()).isEqualTo(Status.REVIEW);
    }

    /** 1,000.50 is all I's: 701,000.50 / 7,000 = 100.142928..., published 100.1429, would pay 701,000.30 of 701,000.50. */
    @ParameterizedTest(name = "at {0}")
    @CsvSource({"10.10005, 701000.50", "10.100043, 701000.43", "10.0999, 700999.00"})
    void the_last_holders_of_a_fund_take_what_there_is(String price, String paid) {
        List<NavResult> results = fund(price).redeem("R1", WED, "I", "7000").strike(MON, TUE, WED, THU);
        assertThat(results.get(2).closing().deals().get(0).amount()).isEqualTo(FundFixture.usd(paid));
        NavResult thursday = results.get(3);
        assertThat(thursday.netAssets()).isEqualTo(FundFixture.usd("0.00"));
        assertThat(thursday.classes())
                .allSatisfy(nav -> assertThat(nav.netAssets().isZero()).isTrue());
        assertThat(thursday.findings()).isEmpty();
    }

    @Test
    void two_who_leave_last_take_it_all_the_later_one_the_rest() {
        List<NavResult> results = fund("10.10005")
                .redeem("R1", WED, "I", "3000")
                .redeem("R2", WED, "I", "4000")
                .strike(MON, TUE, WED, THU);
        // 3,000 x 100.1429 = 300,428.70; 701,000.50 less that is 400,571.80, where 4,000 x 100.1429 is 400,571.60.
        assertThat(results.get(2).closing().deals().stream().map(Deal::amount))
                .containsExactly(FundFixture.usd("300428.70"), FundFixture.usd("400571.80"));
        assertThat(results.get(3).netAssets().isZero()).isTrue();
    }

    @Test
    void who_comes_after_the_last_left_starts_at_the_initial_price_and_owns_what_it_paid() {
        List<NavResult> results = fund("10.10005")
                .redeem("R1", WED, "I", "7000")
                .subscribe("S9", THU, "I", "5000.00")
                .price("2026-02-06", FundFixture.RENDER, "10.10005")
                .strike(MON, TUE, WED, THU, "2026-02-06");
        assertThat(results.get(3).closing().deals().get(0).price().perUnit()).isEqualByComparingTo("100");
        assertThat(nav(results.get(4), "I").netAssets()).isEqualTo(FundFixture.usd("5000.00"));
        assertThat(nav(results.get(4), "I").perShare().perUnit()).isEqualByComparingTo("100");
    }

    /** 7,001 shares of 7,000; and 700,800.00 at 100.1001, which is 7,000.9919 shares. The day is struck all the same. */
    @ParameterizedTest(name = "{0}{1}")
    @CsvSource({"7001, '', 7001", "'', 700800.00, 7000.992"})
    void a_redemption_larger_than_its_class_waits_and_the_day_is_struck(String shares, String amount, String asked) {
        FundFixture fund = fund("10.10005").subscribe("S1", MON, "A", "300000.00");
        fund.facts.add(redemption("R1", WED, shares, amount, Optional.empty()));
        List<NavResult> results = fund.strike(MON, TUE, WED, THU);
        for (NavResult result : results.subList(2, 4)) {
            assertThat(result.status()).isEqualTo(Status.REVIEW);
            assertThat(result.closing().deals()).isEmpty();
            assertThat(result.closing().orders()).hasSize(1);
            assertThat(result.findings())
                    .containsExactly(new Finding(
                            result.date(),
                            "C30",
                            Severity.REVIEW,
                            "R1",
                            FundFixture.units(asked).units(),
                            FundFixture.units("7000").units(),
                            "the order is for %s shares of class I, which has 7000 left: not dealt; replace it or take it back"
                                    .formatted(asked)));
        }
    }

    @Test
    void of_two_redemptions_the_first_is_dealt_and_the_one_that_is_too_much_waits() {
        List<NavResult> results = fund("10.10005")
                .subscribe("S1", MON, "A", "300000.00")
                .redeem("R1", WED, "I", "6000")
                .redeem("R2", WED, "I", "1000.0001")
                .strike(MON, TUE, WED, THU);
        assertThat(results.get(2).closing().deals())
                .extracting(deal -> deal.order().stamp().id())
                .containsExactly("R1");
        assertThat(results.get(2).closing().orders())
                .extracting(order -> order.stamp().id())
                .containsExactly("R2");
        assertThat(nav(results.get(3), "I").shares()).isEqualTo(FundFixture.units("1000"));
    }

    @Test
    void a_redemption_that_waited_is_replaced_and_dealt_without_a_restatement() {
        FundFixture fund = fund("10.10005").subscribe("S1", MON, "A", "300000.00");
        fund.facts.add(redemption("R1", WED, "7001", "", Optional.empty()));
        List<NavResult> results = new ArrayList<>(fund.strike(MON, TUE, WED));
        fund.facts.add(redemption("R2", THU, "7000", "", Optional.of("R1")));
        NavInputs known =
                fund.inputs(results.get(2).closing(), FundFixture.day(THU), FundFixture.known(FundFixture.day(THU)));
        NavResult thursday = Nav.strike(KnowledgeTest.replacing(known, "R1"));
        assertThat(thursday.closing().deals())
                .extracting(deal -> deal.order().stamp().id())
                .containsExactly("R2");
        assertThat(thursday.closing().orders()).isEmpty();
        assertThat(thursday.status()).isEqualTo(Status.REVIEW);
    }

    /** No class has ever had a share: nothing is divided, and NAV per share is the initial price. */
    @Test
    void a_fund_before_its_first_order_is_struck_at_its_initial_prices() {
        FundFixture fund = new FundFixture();
        for (NavResult result : fund.strike(MON, TUE, WED)) {
            assertThat(result.netAssets().isZero()).isTrue();
            assertThat(result.classes())
                    .allSatisfy(nav -> assertThat(nav.perShare().perUnit()).isEqualByComparingTo("100"));
            assertThat(result.findings()).isEmpty();
        }
    }

    @Test
    void a_class_without_shares_that_keeps_a_cent_fails_c03_alone() {
        FundFixture fund =
                fund("10.10005").subscribe("S1", MON, "A", "300000.00").redeem("R1", WED, "I", "7000");
        Books wednesday = fund.strike(MON, TUE, WED).get(2).closing();
        NavInputs inputs = fund.inputs(wednesday, FundFixture.day(THU), FundFixture.known(FundFixture.day(THU)));
        NavResult good = Nav.strike(inputs);
        Money cent = FundFixture.usd("0.01");
        List<ClassNav> shifted = good.classes().stream()
                .map(nav -> new ClassNav(
                        nav.shareClass(),
                        nav.shares().isZero()
                                ? nav.netAssets().plus(cent)
                                : nav.netAssets().minus(cent),
                        nav.shares(),
                        nav.perShare(),
                        nav.shares().isZero()
                                ? nav.allocated().plus(cent)
                                : nav.allocated().minus(cent),
                        nav.flow()))
                .toList();
        assertThat(Controls.judge(inputs, Planting.allClasses(good, shifted)).controls())
                .filteredOn(control -> control.failed() > 0)
                .extracting(NavResult.Control::code)
                .containsExactly("C03");
    }

    private static Fact redemption(String id, String date, String shares, String amount, Optional<String> replaces) {
        Stamp stamp = FundFixture.stamp(id, date);
        return new CapitalOrder(
                new Stamp(id, stamp.effective(), stamp.recorded(), replaces, "test"),
                CapitalOrder.Side.REDEMPTION,
                "I",
                "investor",
                Optional.of(amount).filter(text -> !text.isEmpty()).map(FundFixture::usd),
                Optional.of(shares).filter(text -> !text.isEmpty()).map(FundFixture::units),
                FundFixture.day(date),
                FundFixture.day(date).plusDays(3),
                "BANK",
                Optional.empty(),
                Optional.empty());
    }
}
