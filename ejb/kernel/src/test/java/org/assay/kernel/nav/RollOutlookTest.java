package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.RollOutlook.Plan;
import org.assay.kernel.roll.Programme.Execution;
import org.assay.kernel.roll.RollWindow.RollDay;
import org.junit.jupiter.api.Test;

/** 57 lots of ILL-H100 March, rolled on business days 6 to 10 of February 2026: the 9th to the 13th. */
class RollOutlookTest {
    private static final String[] UNTIL_FRIDAY = {"2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06"};
    private static final Future MARCH = FundFixture.h100(3);
    private static final Future APRIL = FundFixture.h100(4);

    @Test
    void before_the_window_its_days_are_coming_and_nothing_is_owed() {
        FundFixture fund = fund(Execution.SETTLEMENT);
        RollOutlook outlook = outlook(fund, last(fund.strike(UNTIL_FRIDAY)));
        Plan plan = outlook.plans().get(0);
        assertThat(plan.step()).isEmpty();
        assertThat(plan.owed()).isEqualTo(Quantity.ZERO);
        assertThat(plan.near()).contains(MARCH.id());
        assertThat(plan.window().orElseThrow().days())
                .extracting(RollDay::date)
                .extracting(LocalDate::toString)
                .containsExactly("2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13");
        assertThat(outlook.coming())
                .extracting(coming -> coming.date() + " " + coming.kind())
                .containsExactly(
                        "2026-02-09 ROLL",
                        "2026-02-10 ROLL",
                        "2026-02-11 ROLL",
                        "2026-02-12 ROLL",
                        "2026-02-13 ROLL",
                        "2026-03-25 HARD_STOP",
                        "2026-03-27 LAST_TRADE");
    }

    /** The 10th is closed: business day 7 is the 11th, and the window ends a day later. */
    @Test
    void a_holiday_moves_the_days_that_come_after_it() {
        FundFixture fund = fund(Execution.SETTLEMENT);
        fund.holidays.add(LocalDate.of(2026, 2, 10));
        assertThat(outlook(fund, last(fund.strike(UNTIL_FRIDAY)))
                        .plans()
                        .get(0)
                        .window()
                        .orElseThrow()
                        .days())
                .extracting(day -> day.businessDay() + " " + day.date())
                .containsExactly("6 2026-02-09", "7 2026-02-11", "8 2026-02-12", "9 2026-02-13", "10 2026-02-16");
    }

    @Test
    void what_the_desk_did_not_fill_is_owed() {
        FundFixture fund = fund(Execution.FILLS);
        RollOutlook outlook = outlook(fund, last(fund.strike(with("2026-02-09", "2026-02-10"))));
        Plan plan = outlook.plans().get(0);
        assertThat(plan.isBehind()).isTrue();
        assertThat(plan.owed()).isEqualTo(Quantity.of(23));
        assertThat(plan.left()).isEqualTo(Quantity.of(57));
    }

    @Test
    void a_contract_is_soon_when_it_is_warned_of_and_due_at_its_hard_stop() {
        FundFixture fund = fund(Execution.FILLS);
        for (int day = 16; day <= 25; day++) {
            fund.price("2026-03-" + day, MARCH, "2.5");
        }
        // Hard stop on the 25th, two business days before the last trade; warned of three before that.
        List<NavResult> days = fund.strike("2026-02-02", "2026-02-03", "2026-03-19", "2026-03-20", "2026-03-25");
        assertThat(urgencies(fund, days.get(2))).containsExactly("4 FAR");
        assertThat(urgencies(fund, days.get(3))).containsExactly("3 SOON");
        assertThat(urgencies(fund, days.get(4))).containsExactly("0 DUE");
    }

    /** Sold 0.001 below settlement and bought 0.0005 above it: 11 lots of 1,000 hours cost 11.00 and 5.50. */
    @Test
    void fills_cost_what_they_are_worse_than_settlement() {
        FundFixture fund = fund(Execution.FILLS);
        fill(fund, "F1", MARCH, "-11", "2.499", "13.75");
        fill(fund, "F2", APRIL, "11", "2.6005", "13.75");
        RolledDay day = rolled(fund, with("2026-02-09"));
        assertThat(day.moved()).isEqualTo(Quantity.of(11));
        assertThat(day.owed()).isEqualTo(Quantity.ZERO);
        assertThat(day.slippage()).map(Object::toString).contains("16.50 USD");
        assertThat(day.commission()).map(Object::toString).contains("27.50 USD");
    }

    @Test
    void trades_at_settlement_cost_their_commission_alone() {
        RolledDay day = rolled(fund(Execution.SETTLEMENT), with("2026-02-09"));
        assertThat(day.moved()).isEqualTo(Quantity.of(11));
        assertThat(day.slippage()).map(Object::toString).contains("0.00 USD");
        // 11 lots, 1.25 each side.
        assertThat(day.commission()).map(Object::toString).contains("27.50 USD");
    }

    private static void fill(FundFixture fund, String id, Future future, String lots, String price, String commission) {
        fund.facts.add(new Trade(
                FundFixture.stamp(id, "2026-02-09"),
                FundFixture.day("2026-02-09"),
                FundFixture.day("2026-02-10"),
                future.id(),
                "FCM",
                FundFixture.units(lots),
                new Price(new BigDecimal(price), FundFixture.USD),
                FundFixture.usd(commission),
                Quantity.ZERO,
                Optional.of("H100")));
    }

    private static FundFixture fund(Execution execution) {
        FundFixture fund = new FundFixture()
                .subscribe("S1", "2026-02-02", "A", "1000000.00")
                .marginRate("M1", "2026-02-02", "400.00")
                .fundBroker("C1", "2026-02-03", "50000.00")
                .future("T1", "2026-02-03", MARCH, "57", "2.5", "0.00");
        fund.programmes.add(FundFixture.programme(execution));
        for (String day : with("2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13")) {
            fund.price(day, MARCH, "2.5").price(day, APRIL, "2.6");
        }
        return fund;
    }

    private static String[] with(String... days) {
        return Stream.concat(Arrays.stream(UNTIL_FRIDAY), Arrays.stream(days)).toArray(String[]::new);
    }

    private static NavResult last(List<NavResult> days) {
        return days.get(days.size() - 1);
    }

    private static List<String> urgencies(FundFixture fund, NavResult day) {
        return outlook(fund, day).contracts().stream()
                .map(contract -> contract.days() + " " + contract.urgency())
                .toList();
    }

    private static RollOutlook outlook(FundFixture fund, NavResult day) {
        NavInputs inputs = fund.inputs(day.closing(), day.date().plusDays(1), FundFixture.known(day.date()));
        return RollOutlook.of(fund.terms(), day.closing(), fund.instruments.values(), inputs.calendars());
    }

    private static RolledDay rolled(FundFixture fund, String... days) {
        List<NavResult> results = fund.strike(days);
        NavResult before = results.get(results.size() - 2);
        NavResult day = last(results);
        return RolledDay.of(fund.inputs(before.closing(), day.date(), FundFixture.known(day.date())), day)
                .get(0);
    }
}
