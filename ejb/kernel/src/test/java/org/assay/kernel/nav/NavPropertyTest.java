package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every fund, over funds drawn from seeds, struck on eight days with a roll and a holiday in its window. */
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NavPropertyTest {
    /** Controls about arithmetic; the others may have something to say about random prices. */
    private static final Set<String> EXACT =
            new TreeSet<>(List.of("C01", "C02", "C03", "C04", "C05", "C06", "C11", "C12", "C14", "C15", "C17"));

    @Parameter
    long seed;

    private FundFixture fund;
    private final List<NavInputs> inputs = new ArrayList<>();
    private final List<NavResult> results = new ArrayList<>();

    @BeforeParameterizedClassInvocation
    void strike() {
        inputs.clear();
        results.clear();
        fund = RandomFund.of(seed);
        Books books = Books.empty();
        for (String date : RandomFund.DAYS) {
            NavInputs known = fund.inputs(books, FundFixture.day(date), FundFixture.known(FundFixture.day(date)));
            NavResult result = Nav.strike(known);
            inputs.add(known);
            results.add(result);
            books = result.closing();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void every_exact_control_holds_on_every_day() {
        for (NavResult result : results) {
            assertThat(result.findings())
                    .filteredOn(finding -> EXACT.contains(finding.control()))
                    .isEmpty();
            assertThat(result.controls())
                    .filteredOn(control -> EXACT.contains(control.code()))
                    .allSatisfy(control -> assertThat(control.failed()).isZero());
        }
    }

    @Test
    void the_trial_balance_is_zero_and_is_what_the_journal_adds_up_to() {
        BigDecimal journal = BigDecimal.ZERO;
        for (NavResult result : results) {
            for (Entry entry : result.entries()) {
                for (Line line : entry.lines()) {
                    journal = line.account().isOnBalanceSheet()
                            ? journal.add(line.base().amount())
                            : journal;
                }
            }
            BigDecimal sum = result.closing().balances().stream()
                    .map(balance -> balance.base().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(result.netAssets().amount()).isEqualByComparingTo(journal);
        }
    }

    @Test
    void lots_conserve_quantity_and_cost() {
        Quantity bought = fund.facts.stream()
                .filter(fact ->
                        fact instanceof Trade trade && trade.instrument().equals("RENDER"))
                .map(fact -> ((Trade) fact).quantity())
                .reduce(Quantity.ZERO, Quantity::plus);
        Quantity moved = results.stream()
                .flatMap(result -> result.movements().stream())
                .filter(movement -> movement.instrument().equals("RENDER"))
                .map(LotMovement::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        Books closing = results.get(results.size() - 1).closing();
        Quantity left = closing.lots().stream()
                .filter(lot -> lot.instrument().equals("RENDER"))
                .map(lot -> lot.quantity())
                .reduce(Quantity.ZERO, Quantity::plus);
        Money cost = closing.lots().stream()
                .filter(lot -> lot.instrument().equals("RENDER"))
                .map(lot -> lot.baseCost())
                .reduce(Money.zero(FundFixture.USD), Money::plus);
        Money ledger = closing.balances().stream()
                .filter(balance -> balance.key().account() == Account.TOKENS_AT_COST
                        && balance.key().tag().instrument().equals(Optional.of("RENDER")))
                .map(Balance::base)
                .reduce(Money.zero(FundFixture.USD), Money::plus);
        assertThat(left).isEqualTo(bought).isEqualTo(moved);
        assertThat(cost).isEqualTo(ledger);
    }

    @Test
    void any_order_of_arrival_gives_the_same_digests() {
        FundFixture shuffled = RandomFund.of(seed);
        Collections.shuffle(shuffled.facts, new Random(seed));
        Collections.shuffle(shuffled.quotes, new Random(seed));
        assertThat(digests(shuffled.strike(RandomFund.DAYS))).isEqualTo(digests(results));
    }

    @Test
    void a_fact_learned_after_k_changes_nothing() {
        FundFixture later = RandomFund.of(seed);
        String last = RandomFund.DAYS[RandomFund.DAYS.length - 1];
        Instant after = FundFixture.known(FundFixture.day(last)).plusSeconds(1);
        Stamp late = new Stamp(
                "LATE", FundFixture.stamp("x", RandomFund.DAYS[3]).effective(), after, Optional.empty(), "test");
        Fact fact = new CashMovement(
                late,
                CashMovement.Kind.EXPENSE,
                "BANK",
                FundFixture.usd("1.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        later.facts.add(fact);
        assertThat(digests(later.strike(RandomFund.DAYS))).isEqualTo(digests(results));
    }

    @Test
    void classes_differ_in_their_fees_and_in_nothing_else() {
        FundFixture twins = RandomFund.of(seed);
        twins.feeI = twins.feeA;
        twins.facts.removeIf(fact -> fact instanceof CapitalOrder order
                && !order.stamp()
                        .effective()
                        .equals(FundFixture.stamp("x", RandomFund.DAYS[0]).effective()));
        for (NavResult result : twins.strike(RandomFund.DAYS)) {
            List<BigDecimal> perShare = new ArrayList<>();
            result.classes().forEach(nav -> perShare.add(nav.perShare().perUnit()));
            // Ten thousand shares and more: a cent of rounding a day moves the fourth decimal by at most one in 30
            // days.
            assertThat(perShare.get(0).subtract(perShare.get(1)).abs()).isLessThanOrEqualTo(new BigDecimal("0.0002"));
        }
    }

    @Test
    void the_trail_of_a_figure_adds_up_to_it() {
        for (int i = 0; i < results.size(); i++) {
            for (String figure : List.of("net_assets", "net_assets:A", "net_assets:I", "account:1000")) {
                Trail trail = NavTrail.of(inputs.get(i), results.get(i), figure);
                BigDecimal sum = trail.from().stream().map(Trail::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(figure).isEqualByComparingTo(trail.value());
            }
        }
    }

    @Test
    void an_odd_figure_is_never_silent() {
        for (NavResult result : results) {
            boolean blocked =
                    result.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.BLOCK);
            assertThat(result.status()).isEqualTo(blocked ? NavResult.Status.HELD : NavResult.Status.REVIEW);
        }
    }

    private static List<String> digests(List<NavResult> results) {
        return results.stream()
                .map(result -> result.inputs() + " " + result.digest())
                .toList();
    }
}
