package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Money;
import org.junit.jupiter.api.Test;

/** What a strike does with facts that came late, were replaced, or belong to an older time than one it has. */
class KnowledgeTest {
    private static final String MON = "2026-02-02";
    private static final String TUE = "2026-02-03";
    private static final String WED = "2026-02-04";

    @Test
    void a_fact_that_comes_late_is_counted_and_booked_in_the_open_day() {
        FundFixture fund = new FundFixture().subscribe("S1", MON, "A", "1000000.00");
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        fund.facts.add(new CashMovement(
                learned("E1", MON, WED),
                CashMovement.Kind.EXPENSE,
                "BANK",
                FundFixture.usd("500.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        NavResult result = Nav.strike(inputs(fund, tuesday, Set.of()));
        assertThat(result.entries())
                .anySatisfy(entry -> assertThat(entry.fact()).isEqualTo("E1"));
        assertThat(result.findings()).extracting(Finding::control).containsExactly("C32");
        assertThat(result.status()).isEqualTo(NavResult.Status.REVIEW);
    }

    @Test
    void a_fact_that_was_known_and_counted_is_not_taken_again() {
        FundFixture fund = new FundFixture().subscribe("S1", MON, "A", "1000000.00");
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        assertThat(inputs(fund, tuesday, Set.of()).facts()).isEmpty();
    }

    @Test
    void a_replaced_trade_that_was_struck_holds_the_nav() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .buy("T1", TUE, FundFixture.RENDER, "100", "7.50", "0.00")
                .price(TUE, FundFixture.RENDER, "7.50")
                .price(WED, FundFixture.RENDER, "7.50");
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        NavResult result = Nav.strike(inputs(fund, tuesday, Set.of("T1")));
        assertThat(result.findings())
                .extracting(finding -> finding.control() + " " + finding.severity() + " " + finding.subject())
                .containsExactly("C32 BLOCK T1");
    }

    @Test
    void an_order_that_waits_may_be_withdrawn() {
        FundFixture fund = new FundFixture().subscribe("S1", MON, "A", "1000000.00");
        fund.facts.add(waiting("R1", CapitalOrder.Side.REDEMPTION, "2026-02-05"));
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        assertThat(tuesday.orders()).hasSize(1);
        NavResult result = Nav.strike(inputs(fund, tuesday, Set.of("R1")));
        assertThat(result.findings()).isEmpty();
        assertThat(result.closing().orders()).isEmpty();
    }

    @Test
    void an_order_whose_money_has_come_may_not() {
        FundFixture fund = new FundFixture().subscribe("S1", MON, "A", "1000000.00");
        fund.facts.add(waiting("S2", CapitalOrder.Side.SUBSCRIPTION, TUE));
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        NavResult result = Nav.strike(inputs(fund, tuesday, Set.of("S2")));
        assertThat(result.findings()).extracting(Finding::control).containsExactly("C32");
        assertThat(result.status()).isEqualTo(NavResult.Status.HELD);
        assertThat(result.closing().orders()).hasSize(1);
    }

    @Test
    void an_older_margin_notice_that_comes_late_does_not_replace_the_newer_one() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .fundBroker("C1", TUE, "50000.00")
                .future("T1", TUE, FundFixture.h100(3), "10", "2.5", "0.00")
                .marginRate("M2", TUE, "550.00");
        List.of(TUE, WED).forEach(day -> fund.price(day, FundFixture.h100(3), "2.5"));
        Books tuesday = last(fund.strike(MON, TUE)).closing();
        fund.facts.add(new MarginRate(learned("M1", MON, WED), "ILL-H100", FundFixture.usd("400.00")));
        NavResult result = Nav.strike(inputs(fund, tuesday, Set.of()));
        assertThat(result.futures().get(0).required()).hasToString("5500.00 USD");
    }

    @Test
    void a_rate_that_is_not_of_the_day_is_reported() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "1000000.00")
                .cash(
                        "X1",
                        TUE,
                        CashMovement.Kind.EXCHANGE,
                        FundFixture.usd("1080.00"),
                        Optional.of("BANK"),
                        Optional.of(new Money(new BigDecimal("1000.00"), FundFixture.EUR)))
                .euro(TUE, "1.08");
        List<NavResult> results = fund.strike(MON, TUE, WED);
        assertThat(results.get(1).findings()).isEmpty();
        assertThat(results.get(2).findings())
                .extracting(finding -> finding.control() + " " + finding.severity() + " " + finding.subject())
                .containsExactly("C36 REVIEW EUR");
    }

    private static CapitalOrder waiting(String id, CapitalOrder.Side side, String settles) {
        boolean redemption = side == CapitalOrder.Side.REDEMPTION;
        return new CapitalOrder(
                FundFixture.stamp(id, TUE),
                side,
                "A",
                "investor",
                redemption ? Optional.empty() : Optional.of(FundFixture.usd("1000.00")),
                redemption ? Optional.of(FundFixture.units("10")) : Optional.empty(),
                FundFixture.day("2026-02-05"),
                FundFixture.day(settles),
                "BANK",
                Optional.empty(),
                Optional.empty());
    }

    private static Stamp learned(String id, String effective, String recorded) {
        Instant when = FundFixture.stamp("x", recorded).recorded();
        return new Stamp(id, FundFixture.stamp("x", effective).effective(), when, Optional.empty(), "late");
    }

    private static NavInputs inputs(FundFixture fund, Books opening, Set<String> struckAlready) {
        NavInputs known = fund.inputs(opening, FundFixture.day(WED), FundFixture.known(FundFixture.day(WED)));
        return replacing(known, struckAlready.toArray(String[]::new));
    }

    /** The same inputs, told that these were struck already and are replaced. */
    static NavInputs replacing(NavInputs known, String... struckAlready) {
        return new NavInputs(
                known.date(),
                known.valuationPoint(),
                known.known(),
                known.terms(),
                known.opening(),
                known.facts(),
                new TreeSet<>(List.of(struckAlready)),
                known.quotes(),
                known.rates(),
                known.instruments(),
                known.calendars(),
                known.earlierQuotes());
    }

    private static NavResult last(List<NavResult> results) {
        return results.get(results.size() - 1);
    }
}
