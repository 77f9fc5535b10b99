package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Status;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.roll.Programme;
import org.junit.jupiter.api.Test;

/** Strikes worked by hand. The entries of the accounting manual stand as golden packs beside the offline command. */
class NavTest {
    private static final String MON = "2026-02-02";
    private static final String TUE = "2026-02-03";
    private static final String WED = "2026-02-04";
    private static final String THU = "2026-02-05";

    @Test
    void capital_of_the_dealing_day_enters_at_the_next_open() {
        List<NavResult> results =
                new FundFixture().subscribe("S1", MON, "A", "1000000.00").strike(MON, TUE);
        assertThat(classA(results.get(0)).shares()).hasToString("0");
        assertThat(classA(results.get(0)).perShare()).hasToString("100 USD");
        assertThat(classA(results.get(1)).shares()).hasToString("10000");
        // 1,000,000.00 + interest 1,000,000.00 x 3.6% / 360 = 100.00, less fee 41.10 = 1,000,058.90; / 10,000.
        assertThat(classA(results.get(1)).netAssets()).hasToString("1000058.90 USD");
        assertThat(classA(results.get(1)).perShare()).hasToString("100.0059 USD");
    }

    @Test
    void a_future_is_never_an_asset_and_its_gain_is_margin() {
        FundFixture fund = futureFund();
        NavResult day = fund.strike(MON, TUE).get(1);
        // 20 lots from 2.500 to 2.560: 60 x 20 = 1,200.00; notional 51,200.00 is nowhere in the books.
        assertThat(balance(day, Account.VARIATION_MARGIN_RECEIVABLE)).hasToString("1200.00 USD");
        assertThat(balance(day, Account.INITIAL_MARGIN)).hasToString("8000.00 USD");
        assertThat(balance(day, Account.CASH_AT_FCM)).hasToString("41950.00 USD");
        assertThat(day.positions())
                .filteredOn(position -> position.instrument().startsWith("ILL"))
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.marketValue()).hasToString("0.00 USD");
                    assertThat(position.notional()).hasToString("51200.00 USD");
                });
    }

    @Test
    void bills_at_the_broker_stand_for_initial_margin_and_stay_an_investment() {
        FundFixture fund = futureFund();
        fund.billHaircut = Optional.of(new Rate(new BigDecimal("0.02")));
        fund.trade("B1", TUE, FundFixture.day(TUE), FundFixture.BILL, "FCM", "5000", "0.99", "0.00");
        fund.price(TUE, FundFixture.BILL, "0.99");
        NavResult day = fund.strike(MON, TUE).get(1);
        // 8,000.00 required; 5,000 x 0.99 x 0.98 = 4,851.00 is covered by the bill.
        assertThat(balance(day, Account.INITIAL_MARGIN)).hasToString("3149.00 USD");
        assertThat(balance(day, Account.SECURITIES_AT_COST)).hasToString("4950.00 USD");
    }

    @Test
    void a_bill_earns_its_discount_by_the_day_and_is_repaid_at_face() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .trade("B1", TUE, FundFixture.day(TUE), FundFixture.BILL, "VAULT", "100000", "0.9944", "0.00");
        List.of(TUE, WED, THU).forEach(day -> fund.price(day, FundFixture.BILL, "0.9945"));
        List<NavResult> results = fund.strike(MON, TUE, WED, THU, "2026-03-30", "2026-04-01");
        // Bought for 99,440.00 on 3 February, 56 days to 31 March: 560.00 of discount is 10.00 a day.
        assertThat(balance(results.get(2), Account.SECURITIES_AT_COST)).hasToString("99450.00 USD");
        assertThat(balance(results.get(3), Account.SECURITIES_AT_COST)).hasToString("99460.00 USD");
        assertThat(balance(results.get(4), Account.SECURITIES_AT_COST)).hasToString("99990.00 USD");
        assertThat(balance(results.get(5), Account.SECURITIES_AT_COST)).hasToString("0.00 USD");
        assertThat(balance(results.get(5), Account.CASH_AT_BANK)).hasToString("1000560.00 USD");
        assertThat(balance(results.get(5), Account.REALISED_PRICE)).hasToString("0.00 USD");
        assertThat(results.get(5).closing().lots()).isEmpty();
    }

    @Test
    void a_token_in_euro_splits_its_result_into_price_and_currency() {
        // J06: 1,000 at 50 EUR, 1.0800; marked 55, 1.1000; 400 sold at 56, 1.1200.
        FundFixture fund = euroFund();
        List<NavResult> results = fund.strike(MON, TUE, WED, THU);
        assertThat(balance(results.get(1), Account.TOKENS_AT_COST)).hasToString("54000.00 USD");
        assertThat(balance(results.get(2), Account.UNREALISED_PRICE)).hasToString("5500.00 USD");
        assertThat(balance(results.get(2), Account.UNREALISED_CURRENCY, "EURT")).hasToString("1000.00 USD");
        assertThat(posted(results.get(3), "T2", Account.TOKENS_AT_COST)).hasToString("-21600.00 USD");
        assertThat(posted(results.get(3), "T2", Account.REALISED_PRICE)).hasToString("-2688.00 USD");
        assertThat(posted(results.get(3), "T2", Account.REALISED_CURRENCY)).hasToString("-800.00 USD");
        assertThat(posted(results.get(3), "T2", Account.CHANGE_UNREALISED_PRICE))
                .hasToString("2200.00 USD");
        assertThat(posted(results.get(3), "T2", Account.CHANGE_UNREALISED_CURRENCY))
                .hasToString("400.00 USD");
    }

    @Test
    void money_in_euro_is_worth_spot_and_realises_when_it_is_spent() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .cash(
                        "X1",
                        TUE,
                        CashMovement.Kind.EXCHANGE,
                        FundFixture.usd("10800.00"),
                        Optional.of("BANK"),
                        Optional.of(euros("10000.00")))
                .cash("E1", WED, CashMovement.Kind.EXPENSE, euros("4000.00"), Optional.empty(), Optional.empty())
                .euro(TUE, "1.0900")
                .euro(WED, "1.1000");
        List<NavResult> results = fund.strike(MON, TUE, WED);
        // Tuesday: 10,000 EUR cost 10,800.00 and are worth 10,900.00.
        assertThat(balance(results.get(1), Account.UNREALISED_CURRENCY)).hasToString("100.00 USD");
        // Wednesday: 4,000 EUR cost 4,320.00, are worth 4,400.00 when spent; the 6,000 left gained 6,600 - 6,480.
        assertThat(posted(results.get(2), "E1", Account.OTHER_EXPENSES)).hasToString("4400.00 USD");
        assertThat(posted(results.get(2), "E1", Account.REALISED_CURRENCY)).hasToString("-80.00 USD");
        assertThat(balance(results.get(2), Account.UNREALISED_CURRENCY)).hasToString("120.00 USD");
    }

    @Test
    void commission_is_cost_or_expense_by_the_funds_policy() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "20000", "7.50", "150.00")
                .price(TUE, FundFixture.RENDER, "7.50");
        fund.commission = FundTerms.CommissionPolicy.EXPENSE;
        NavResult day = fund.strike(MON, TUE).get(1);
        assertThat(balance(day, Account.TOKENS_AT_COST)).hasToString("150000.00 USD");
        assertThat(balance(day, Account.COMMISSION)).hasToString("150.00 USD");
    }

    @Test
    void market_value_is_rounded_per_position_and_spread_over_its_lots() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "1", "1.00", "0.00")
                .buy("T2", TUE, FundFixture.RENDER, "1", "1.00", "0.00")
                .buy("T3", TUE, FundFixture.RENDER, "1", "1.00", "0.00")
                .price(TUE, FundFixture.RENDER, "1.335");
        NavResult day = fund.strike(MON, TUE).get(1);
        // 3 x 1.335 = 4.005 is 4.01; a lot alone is 1.335: 1.34, 1.34, 1.33 add up to it.
        assertThat(day.closing().lots())
                .extracting(Lot::pricePart)
                .extracting(Money::toString)
                .containsExactly("0.34 USD", "0.34 USD", "0.33 USD");
    }

    @Test
    void a_programme_rolls_at_settlement_and_the_roll_makes_no_profit() {
        FundFixture fund = rollFund(Programme.Execution.SETTLEMENT);
        List<NavResult> results = fund.strike(rollDays());
        NavResult last = results.get(results.size() - 1);
        assertThat(last.positions())
                .filteredOn(position -> position.instrument().startsWith("ILL"))
                .extracting(position -> position.instrument() + " " + position.quantity())
                .containsExactly("ILL-H100-2026-04 57");
        // Prices stand still at 2.5 and 2.6: the only cost is commission, 1.25 x 57 x 2 sides.
        assertThat(balance(last, Account.COMMISSION)).hasToString("142.50 USD");
        assertThat(balance(last, Account.REALISED_FUTURES)).hasToString("0.00 USD");
        assertThat(balance(last, Account.CHANGE_UNREALISED_FUTURES)).hasToString("0.00 USD");
        assertThat(results).allSatisfy(result -> assertThat(result.status()).isEqualTo(Status.REVIEW));
    }

    @Test
    void a_programme_that_waits_for_fills_shows_what_is_missing() {
        FundFixture fund = rollFund(Programme.Execution.FILLS);
        List<NavResult> results = fund.strike(rollDays());
        NavResult firstDay = results.stream()
                .filter(result -> result.date().equals(FundFixture.day("2026-02-09")))
                .findFirst()
                .orElseThrow();
        assertThat(firstDay.findings())
                .filteredOn(finding -> finding.control().equals("ROLL"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.measured()).isEqualByComparingTo("11"));
    }

    @Test
    void a_position_at_its_hard_stop_holds_the_nav_days_after_the_warning() {
        FundFixture fund = rollFund(Programme.Execution.FILLS);
        for (int day = 16; day <= 31; day++) {
            fund.price("2026-03-" + day, FundFixture.h100(3), "2.5");
        }
        // Last trade 27 March, hard stop two business days before it, warning three before that.
        List<NavResult> results = fund.strike(MON, TUE, "2026-03-17", "2026-03-19", "2026-03-20", "2026-03-25");
        assertThat(expiry(results.get(2))).isEmpty();
        assertThat(expiry(results.get(3))).isEmpty();
        assertThat(expiry(results.get(4))).extracting(Finding::severity).containsExactly(Finding.Severity.REVIEW);
        assertThat(expiry(results.get(5))).extracting(Finding::severity).containsExactly(Finding.Severity.BLOCK);
        assertThat(results.get(5).status()).isEqualTo(Status.HELD);
    }

    @Test
    void a_settled_contract_leaves_no_trace_but_its_realised_result() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", "2026-02-23", "A", "1000000.00")
                .fundBroker("C1", "2026-02-24", "50000.00")
                .marginRate("M1", "2026-02-23", "400.00")
                .future("T1", "2026-02-24", FundFixture.h100(2), "-10", "2.500", "0.00");
        for (int day = 24; day <= 26; day++) {
            fund.price("2026-02-" + day, FundFixture.h100(2), "2.5" + (day - 24) + "0");
        }
        fund.price("2026-02-27", FundFixture.h100(2), "2.55")
                .quote("2026-02-27", FundFixture.h100(2), Quote.Kind.FINAL, "2.4875");
        NavResult day = fund.strike("2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27")
                .get(4);
        // Short 10 from 2.500 to 2.4875: 12.5 x 10 = 125.00; margin in dollars never waits for tomorrow.
        assertThat(balance(day, Account.REALISED_FUTURES)).hasToString("-125.00 USD");
        assertThat(balance(day, Account.CHANGE_UNREALISED_FUTURES)).hasToString("0.00 USD");
        assertThat(balance(day, Account.INITIAL_MARGIN)).hasToString("0.00 USD");
        assertThat(balance(day, Account.CASH_AT_FCM)).hasToString("50125.00 USD");
        assertThat(day.closing().lots()).isEmpty();
    }

    @Test
    void without_a_price_of_the_day_the_fund_carries_or_holds_by_its_policy() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "20000", "7.50", "0.00")
                .price(TUE, FundFixture.RENDER, "7.52");
        assertThat(fund.strike(MON, TUE, WED).get(2).status()).isEqualTo(Status.REVIEW);
        fund.missing = PricePolicy.Missing.HOLD;
        NavResult held = fund.strike(MON, TUE, WED).get(2);
        assertThat(held.status()).isEqualTo(Status.HELD);
        assertThat(held.findings()).extracting(Finding::control).containsExactly("C36");
    }

    @Test
    void a_stale_price_is_reported_and_holds_the_nav_when_weight_times_age_is_too_much() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "20000", "7.50", "0.00")
                .price(TUE, FundFixture.RENDER, "7.50");
        // 15 percent of net assets: three days are the limit, four days weigh 0.6 against 0.5.
        List<NavResult> results = fund.strike(MON, TUE, WED, "2026-02-06", "2026-02-07");
        assertThat(results.get(3).findings()).extracting(Finding::control).containsExactly("C36");
        assertThat(results.get(4).findings())
                .extracting(finding -> finding.control() + " " + finding.severity())
                .containsExactly("C21 BLOCK", "C36 REVIEW");
    }

    @Test
    void a_sale_of_more_than_is_held_is_refused_and_names_the_fact() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "20", "7.50", "0.00")
                .buy("T2", TUE, FundFixture.RENDER, "-30", "7.50", "0.00")
                .price(TUE, FundFixture.RENDER, "7.52");
        assertThatThrownBy(() -> fund.strike(MON, TUE)).isInstanceOfSatisfying(FundException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SALE_EXCEEDS_POSITION);
            assertThat(refusal.subject()).isEqualTo("T2");
            assertThat(refusal.value()).isEqualTo("30");
            assertThat(refusal.expected()).isEqualTo("at most the 20 of RENDER held at VAULT");
        });
    }

    @Test
    void a_future_may_settle_below_zero() {
        FundFixture fund = futureFund();
        fund.price(WED, FundFixture.h100(3), "-37.63");
        NavResult day = fund.strike(MON, TUE, WED).get(2);
        // (-37.63 - 2.56) x 1,000 x 20
        assertThat(balance(day, Account.VARIATION_MARGIN_PAYABLE)).hasToString("-803800.00 USD");
        assertThat(day.findings()).extracting(Finding::control).containsExactly("C20");
    }

    private static FundFixture futureFund() {
        return new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .marginRate("M1", MON, "400.00")
                .fundBroker("C1", TUE, "50000.00")
                .future("T1", TUE, FundFixture.h100(3), "20", "2.500", "50.00")
                .price(TUE, FundFixture.h100(3), "2.560");
    }

    private static FundFixture euroFund() {
        return new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.EURT, "1000", "50", "0.00")
                .trade("T2", THU, FundFixture.day("2026-02-09"), FundFixture.EURT, "VAULT", "-400", "56", "0.00")
                .price(TUE, FundFixture.EURT, "50")
                .price(WED, FundFixture.EURT, "55")
                .price(THU, FundFixture.EURT, "56")
                .euro(TUE, "1.08")
                .euro(WED, "1.10")
                .euro(THU, "1.12");
    }

    /** 57 lots of March, prices that stand still, a window from business day 6: 9 to 13 February. */
    private static FundFixture rollFund(Programme.Execution execution) {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .marginRate("M1", MON, "400.00")
                .fundBroker("C1", TUE, "50000.00")
                .future("T1", TUE, FundFixture.h100(3), "57", "2.5", "0.00");
        fund.programmes.add(FundFixture.programme(execution));
        for (String day : rollDays()) {
            fund.price(day, FundFixture.h100(3), "2.5").price(day, FundFixture.h100(4), "2.6");
        }
        return fund;
    }

    private static String[] rollDays() {
        return new String[] {
            MON, TUE, WED, THU, "2026-02-06", "2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13"
        };
    }

    private static List<Finding> expiry(NavResult result) {
        return result.findings().stream()
                .filter(finding -> finding.control().equals("C38"))
                .toList();
    }

    private static ClassNav classA(NavResult result) {
        return result.classes().get(0);
    }

    private static Money euros(String amount) {
        return Money.rounded(new BigDecimal(amount), FundFixture.EUR, RoundingMode.UNNECESSARY);
    }

    private static Money balance(NavResult result, Account account) {
        return sum(result, balance -> balance.key().account() == account);
    }

    private static Money balance(NavResult result, Account account, String instrument) {
        return sum(
                result,
                balance -> balance.key().account() == account
                        && balance.key().tag().instrument().equals(Optional.of(instrument)));
    }

    private static Money sum(NavResult result, Predicate<Balance> which) {
        return result.closing().balances().stream()
                .filter(which)
                .map(Balance::base)
                .reduce(Money.zero(FundFixture.USD), Money::plus);
    }

    private static Money posted(NavResult result, String fact, Account account) {
        return result.entries().stream()
                .filter(entry -> entry.fact().equals(fact))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .map(line -> line.base())
                .reduce(Money.zero(FundFixture.USD), Money::plus);
    }
}
