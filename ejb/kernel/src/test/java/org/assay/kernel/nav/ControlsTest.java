package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.roll.Programme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each control works: one wrong cent, lot, share, price or margin planted in a good result makes exactly that control fail.
 */
class ControlsTest {
    private static final Money CENT = FundFixture.usd("0.01");

    private static NavInputs inputs;
    private static NavResult good;

    /** Two days of a fund with tokens, a future and two classes; the second has everything in it. */
    @BeforeAll
    static void strikeTwoDays() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", "2026-02-02", "A", "1000000.00")
                .subscribe("S2", "2026-02-02", "I", "500000.00")
                .marginRate("M1", "2026-02-02", "400.00")
                .fundBroker("C1", "2026-02-03", "50000.00")
                .buy("T1", "2026-02-03", FundFixture.RENDER, "20000", "7.50", "150.00")
                .future("T2", "2026-02-03", FundFixture.h100(3), "20", "2.500", "50.00")
                .subscribe("S3", "2026-02-03", "A", "25000.00")
                .buy("T3", "2026-02-04", FundFixture.RENDER, "1000", "7.60", "7.60");
        fund.programmes.add(FundFixture.programme(Programme.Execution.SETTLEMENT));
        for (String day : List.of("2026-02-02", "2026-02-03", "2026-02-04")) {
            fund.price(day, FundFixture.RENDER, day.endsWith("4") ? "7.61" : "7.52");
            fund.price(day, FundFixture.h100(3), day.endsWith("4") ? "2.530" : "2.560");
            fund.price(day, FundFixture.h100(4), "2.600");
        }
        List<NavResult> results = fund.strike("2026-02-02", "2026-02-03");
        LocalDate date = FundFixture.day("2026-02-04");
        inputs = fund.inputs(results.get(1).closing(), date, FundFixture.known(date));
        good = Nav.strike(inputs);
    }

    @Test
    void the_good_result_passes_every_control_and_every_control_looked_at_something() {
        assertThat(failing(inputs, good)).isEmpty();
        assertThat(good.controls())
                .allSatisfy(control ->
                        assertThat(control.tested()).as(control.code()).isPositive());
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                plant(
                        "C01",
                        "a cent in one line of the journal",
                        result -> Planting.lines(
                                result,
                                (entry, line) ->
                                        line.account() == Account.TOKENS_AT_COST ? Planting.moved(line, CENT) : line)),
                plant(
                        "C02",
                        "a cent of income that is balanced but is not in net assets",
                        result -> Planting.lines(
                                result,
                                (entry, line) -> !entry.kind().equals("mark to market")
                                        ? line
                                        : line.account().isResult()
                                                ? Planting.moved(line, CENT)
                                                : Planting.moved(line, CENT.negate()))),
                plant(
                        "C03",
                        "a cent in the net assets of a class",
                        result -> Planting.classes(
                                result,
                                nav -> new ClassNav(
                                        nav.shareClass(),
                                        nav.netAssets().plus(CENT),
                                        nav.shares(),
                                        nav.perShare(),
                                        nav.allocated(),
                                        nav.flow()))),
                plant(
                        "C04",
                        "a ten-thousandth of a share",
                        result -> Planting.classes(
                                result,
                                nav -> new ClassNav(
                                        nav.shareClass(),
                                        nav.netAssets(),
                                        nav.shares().plus(FundFixture.units("0.0001")),
                                        nav.perShare(),
                                        nav.allocated(),
                                        nav.flow()))),
                plant(
                        "C05",
                        "a ten-thousandth in NAV per share",
                        result -> Planting.classes(
                                result,
                                nav -> new ClassNav(
                                        nav.shareClass(),
                                        nav.netAssets(),
                                        nav.shares(),
                                        new Price(
                                                nav.perShare().perUnit().add(new BigDecimal("0.0001")),
                                                FundFixture.USD),
                                        nav.allocated(),
                                        nav.flow()))),
                plant(
                        "C06",
                        "a cent of cost in a lot",
                        result -> Planting.lots(
                                result,
                                lot -> lot.withCost(
                                        lot.cost().plus(CENT), lot.baseCost().plus(CENT)))),
                plant(
                        "C06",
                        "the smallest unit of a lot",
                        result -> Planting.lots(
                                result,
                                lot -> lot.without(
                                        lot.piece(FundFixture.units("0.000000000000000001"), RoundingMode.DOWN)))),
                plant(
                        "C11",
                        "a cent of margin",
                        result -> Planting.futures(
                                result,
                                proof -> new FutureProof(
                                        proof.instrument(),
                                        proof.location(),
                                        proof.lots(),
                                        proof.settlement(),
                                        proof.margin().plus(CENT),
                                        proof.paid(),
                                        proof.realised(),
                                        proof.unrealised(),
                                        proof.required()))),
                plant(
                        "C11",
                        "a cent of realised result",
                        result -> Planting.futures(
                                result,
                                proof -> new FutureProof(
                                        proof.instrument(),
                                        proof.location(),
                                        proof.lots(),
                                        proof.settlement(),
                                        proof.margin(),
                                        proof.paid(),
                                        proof.realised().plus(CENT),
                                        proof.unrealised(),
                                        proof.required()))),
                plant(
                        "C12",
                        "a cent of value on a daily-settled future",
                        result -> Planting.positions(
                                result,
                                Planting::isFuture,
                                position -> Planting.value(position, CENT, position.price()))),
                plant(
                        "C14",
                        "a cent of market value",
                        result -> Planting.positions(
                                result,
                                position -> position.instrument().equals("RENDER"),
                                position -> Planting.value(
                                        position, position.marketValue().plus(CENT), position.price()))),
                plant(
                        "C20",
                        "a price that is not the one known",
                        result -> Planting.positions(
                                result,
                                position -> position.instrument().equals("RENDER"),
                                position -> Planting.value(
                                        position,
                                        position.marketValue(),
                                        new Price(new BigDecimal("7.62"), FundFixture.USD)))),
                plant(
                        "C21",
                        "a price that stood still for a quarter of a year",
                        result -> Planting.marks(
                                result,
                                mark -> new Mark(
                                        mark.instrument(),
                                        mark.price(),
                                        mark.date(),
                                        mark.time(),
                                        FundFixture.day("2025-11-01")))),
                plant(
                        "C36",
                        "a price of the day before",
                        result -> Planting.marks(
                                result,
                                mark -> new Mark(
                                        mark.instrument(),
                                        mark.price(),
                                        FundFixture.day("2026-02-03"),
                                        mark.time(),
                                        mark.since()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("planted")
    void exactly_the_control_of_what_was_planted_fails(String control, String what, UnaryOperator<NavResult> plant) {
        assertThat(failing(inputs, plant.apply(good))).containsExactly(control);
    }

    @Test
    void a_contract_that_has_ended_fails_expiry_coverage_alone() {
        Future held = FundFixture.h100(3);
        Future ended = new Future(
                held.id(),
                held.name(),
                held.currency(),
                held.root(),
                held.contractMonth(),
                held.unit(),
                held.multiplier(),
                held.tick(),
                held.calendar(),
                held.firstNotice(),
                FundFixture.day("2026-02-03"),
                held.settlement(),
                true);
        var instruments = new TreeMap<>(inputs.instruments());
        instruments.put(ended.id(), ended);
        NavInputs wrong = new NavInputs(
                inputs.date(),
                inputs.valuationPoint(),
                inputs.known(),
                inputs.terms(),
                inputs.opening(),
                inputs.facts(),
                inputs.struckAlready(),
                inputs.quotes(),
                inputs.rates(),
                instruments,
                inputs.calendars(),
                inputs.earlierQuotes());
        assertThat(failing(wrong, good)).containsExactly("C38");
    }

    private static List<String> failing(NavInputs inputs, NavResult result) {
        return Controls.judge(inputs, result).controls().stream()
                .filter(control -> control.failed() > 0)
                .map(NavResult.Control::code)
                .toList();
    }

    private static Arguments plant(String control, String what, UnaryOperator<NavResult> plant) {
        return Arguments.of(control, what, plant);
    }
}
