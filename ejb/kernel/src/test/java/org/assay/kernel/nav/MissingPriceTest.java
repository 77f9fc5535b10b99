package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.FundException;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.Status;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A token without a price of the day, by each policy. 1,000 RENDER were last seen at 4.31 on Tuesday 3 February; AKT, its
 * proxy, stood at 2.00 that day.
 *
 * <pre>
 *   Wednesday   AKT 2.04    4.31 x 2.04 / 2.00 = 4.3962     1,000 x 4.3962 = 4,396.20
 *   Thursday    AKT 2.11    4.31 x 2.11 / 2.00 = 4.54705    1,000 x 4.54705 = 4,547.05
 * </pre>
 */
class MissingPriceTest {
    private static final String MON = "2026-02-02";
    private static final String TUE = "2026-02-03";
    private static final String WED = "2026-02-04";
    private static final String THU = "2026-02-05";
    private static final String RENDER = FundFixture.RENDER.id();

    private static FundFixture fund(Missing missing) {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "100000.00")
                .buy("T1", TUE, FundFixture.RENDER, "1000", "4.25", "0.00")
                .price(TUE, FundFixture.RENDER, "4.31")
                .price(TUE, FundFixture.AKT, "2.00")
                .price(WED, FundFixture.AKT, "2.04")
                .price(THU, FundFixture.AKT, "2.11");
        fund.missing = missing;
        fund.proxies.put(RENDER, FundFixture.AKT.id());
        return fund;
    }

    private static Position render(NavResult result) {
        return result.positions().stream()
                .filter(position -> position.instrument().equals(RENDER))
                .findFirst()
                .orElseThrow();
    }

    private static Finding only(NavResult result, String control) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.control().equals(control))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Price usd(String price) {
        return new Price(new BigDecimal(price), FundFixture.USD);
    }

    @Test
    void hold_stops_the_fund_on_the_first_day_without_a_price() {
        NavResult result = fund(Missing.HOLD).strike(MON, TUE, WED).get(2);
        assertThat(result.status()).isEqualTo(Status.HELD);
        assertThat(only(result, "C36"))
                .isEqualTo(new Finding(
                        LocalDate.parse(WED),
                        "C36",
                        Severity.BLOCK,
                        RENDER,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        "no price of the day in market/prices.csv: the one of 2026-02-03 is used"));
    }

    @Test
    void carry_uses_the_last_price_and_asks_for_a_person() {
        NavResult result = fund(Missing.CARRY).strike(MON, TUE, WED).get(2);
        assertThat(render(result).marketValue()).isEqualTo(FundFixture.usd("4310.00"));
        assertThat(result.status()).isEqualTo(Status.REVIEW);
        assertThat(only(result, "C36").severity()).isEqualTo(Severity.REVIEW);
        assertThat(result.estimates()).isEmpty();
    }

    @Test
    void estimate_moves_the_last_price_as_the_proxy_moved_and_shows_its_evidence() {
        NavResult result = fund(Missing.ESTIMATE).strike(MON, TUE, WED).get(2);
        assertThat(render(result).price()).isEqualTo(usd("4.3962"));
        assertThat(render(result).marketValue()).isEqualTo(FundFixture.usd("4396.20"));
        assertThat(result.status()).isEqualTo(Status.REVIEW);
        assertThat(only(result, "C36").text())
                .isEqualTo("no price of the day in market/prices.csv: estimated 4.3962 USD"
                        + " = 4.31 USD of 2026-02-03 x 2.04 USD / 2 USD, AKT of 2026-02-04 and 2026-02-03");
        assertThat(only(result, "C36").measured()).isEqualByComparingTo("4.3962");
        assertThat(only(result, "C36").limit()).isEqualByComparingTo("4.31");
    }

    @Test
    void an_estimate_never_becomes_the_last_price() {
        List<NavResult> results = fund(Missing.ESTIMATE).strike(MON, TUE, WED, THU);
        for (NavResult result : results.subList(2, 4)) {
            assertThat(result.closing().marks())
                    .filteredOn(mark -> mark.instrument().equals(RENDER))
                    .extracting(Mark::price, Mark::date)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(usd("4.31"), LocalDate.parse(TUE)));
        }
        Estimate thursday = results.get(3).estimate(RENDER).orElseThrow();
        assertThat(thursday.last().price()).isEqualTo(usd("4.31"));
        assertThat(thursday.proxyThen().date()).isEqualTo(LocalDate.parse(TUE));
        assertThat(thursday.price()).isEqualTo(usd("4.54705"));
        assertThat(render(results.get(3)).marketValue()).isEqualTo(FundFixture.usd("4547.05"));
    }

    /** 4.31 x 2.04 / 2.07 = 4.247536231884...: half up at ten decimals. */
    @Test
    void an_estimate_is_rounded_once_at_the_scale_of_a_price() {
        FundFixture fund = fund(Missing.ESTIMATE);
        fund.quotes.removeIf(quote ->
                quote.date().equals(LocalDate.parse(TUE)) && quote.instrument().equals(FundFixture.AKT.id()));
        fund.price(TUE, FundFixture.AKT, "2.07");
        assertThat(render(fund.strike(MON, TUE, WED).get(2)).price()).isEqualTo(usd("4.2475362319"));
    }

    @Test
    void the_price_that_comes_at_last_is_used_as_it_is() {
        NavResult result = fund(Missing.ESTIMATE)
                .price(THU, FundFixture.RENDER, "4.40")
                .strike(MON, TUE, WED, THU)
                .get(3);
        assertThat(render(result).marketValue()).isEqualTo(FundFixture.usd("4400.00"));
        assertThat(result.estimates()).isEmpty();
        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest(name = "without the proxy of {0}")
    @CsvSource({TUE, WED})
    void without_the_proxy_of_either_day_the_fund_is_held(String lacking) {
        FundFixture fund = fund(Missing.ESTIMATE);
        fund.quotes.removeIf(quote -> quote.date().equals(LocalDate.parse(lacking))
                && quote.instrument().equals(FundFixture.AKT.id()));
        NavResult result = fund.strike(MON, TUE, WED).get(2);
        assertThat(result.status()).isEqualTo(Status.HELD);
        assertThat(only(result, "C36").severity()).isEqualTo(Severity.BLOCK);
        assertThat(only(result, "C36").text())
                .isEqualTo(
                        "no price of the day in market/prices.csv: the one of 2026-02-03 is used, as its proxy AKT has"
                                + " no price above zero of %s to estimate it by".formatted(lacking));
    }

    @Test
    void a_proxy_at_zero_makes_no_estimate() {
        FundFixture fund = fund(Missing.ESTIMATE);
        fund.quotes.removeIf(quote -> quote.date().equals(LocalDate.parse(WED)));
        NavResult result =
                fund.price(WED, FundFixture.AKT, "0").strike(MON, TUE, WED).get(2);
        assertThat(result.status()).isEqualTo(Status.HELD);
        assertThat(result.estimates()).isEmpty();
    }

    @Test
    void without_a_named_proxy_the_fund_is_held() {
        FundFixture fund = fund(Missing.ESTIMATE);
        fund.proxies.clear();
        NavResult result = fund.strike(MON, TUE, WED).get(2);
        assertThat(result.status()).isEqualTo(Status.HELD);
        assertThat(only(result, "C36").text()).endsWith("as fund.json names no proxy to estimate it by");
    }

    @Test
    void the_trail_leads_to_the_last_price_and_both_prices_of_the_proxy() {
        FundFixture fund = fund(Missing.ESTIMATE);
        LocalDate day = LocalDate.parse(WED);
        Books opening = fund.strike(MON, TUE).get(1).closing();
        NavInputs inputs = fund.inputs(opening, day, FundFixture.known(day));
        Trail price = NavTrail.of(inputs, Nav.strike(inputs), "position:RENDER").from().stream()
                .flatMap(position -> position.from().stream())
                .filter(part -> part.label().startsWith("price"))
                .findFirst()
                .orElseThrow();
        assertThat(price.value()).isEqualByComparingTo("4.3962");
        assertThat(price.from())
                .extracting(part -> part.label() + " " + part.value().stripTrailingZeros())
                .containsExactly(
                        "last price, of 2026-02-03 4.31",
                        "proxy AKT now, of 2026-02-04 2.04",
                        "proxy AKT then, of 2026-02-03 2");
        assertThat(price.from()).allSatisfy(part -> assertThat(part.source()).isPresent());
    }

    @Test
    void a_wrong_estimate_fails_the_control_that_makes_it_again() {
        FundFixture fund = fund(Missing.ESTIMATE);
        LocalDate day = LocalDate.parse(WED);
        NavInputs inputs = fund.inputs(fund.strike(MON, TUE).get(1).closing(), day, FundFixture.known(day));
        NavResult wrong = Planting.positions(
                Nav.strike(inputs),
                position -> position.instrument().equals(RENDER),
                position -> Planting.value(position, position.marketValue(), usd("4.3963")));
        assertThat(Controls.judge(inputs, wrong).findings())
                .filteredOn(finding -> finding.control().equals("C20"))
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK);
    }

    @Test
    void a_settlement_is_never_estimated() {
        FundTerms terms = new FundFixture().terms();
        var estimate =
                new org.assay.kernel.pricing.PricePolicy(terms.tokenPrices().moveBand(), 3, 30, Missing.ESTIMATE);
        assertThatThrownBy(() -> new FundTerms(
                        terms.fund(),
                        terms.base(),
                        terms.rounding(),
                        terms.commission(),
                        terms.classes(),
                        terms.places(),
                        terms.interest(),
                        terms.tokenPrices(),
                        estimate,
                        terms.billPrices(),
                        terms.staleBlock(),
                        terms.expiryWarnDays(),
                        terms.programmes(),
                        new TreeMap<>(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settlement");
    }

    @ParameterizedTest
    @EnumSource(Missing.class)
    void what_was_never_priced_is_refused_by_name(Missing missing) {
        FundFixture fund = fund(missing);
        fund.quotes.removeIf(quote -> quote.instrument().equals(RENDER));
        assertThatThrownBy(() -> fund.strike(MON, TUE)).isInstanceOfSatisfying(FundException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.PRICE_MISSING);
            assertThat(refused.subject()).isEqualTo(RENDER);
        });
    }

    /**
     * Fault row 19: the price is deleted from, or repeats from, each of 40 days on. RENDER is half of the fund: carried or
     * estimated it weighs about 0.5, so at an age of 4 days (stale after 3) weight x age is past 0.5 and the fund stops.
     */
    @ParameterizedTest
    @EnumSource(Missing.class)
    void no_price_that_was_not_seen_is_used_in_silence(Missing missing) {
        int used = 0;
        int silent = 0;
        int zero = 0;
        for (int deleted = 1; deleted <= 40; deleted++) {
            for (NavResult result : withoutPricesFrom(missing, deleted)) {
                Position held = render(result);
                boolean unseen = result.closing().marks().stream()
                        .anyMatch(mark ->
                                mark.instrument().equals(RENDER) && mark.date().isBefore(result.date()));
                used += unseen ? 1 : 0;
                silent += unseen && result.findings().stream().noneMatch(MissingPriceTest::namesIt) ? 1 : 0;
                zero += held.price().perUnit().signum() == 0 ? 1 : 0;
            }
        }
        System.out.printf(
                "row 19, %s: %s uses of a price not seen, %s silent, %s of zero%n", missing, used, silent, zero);
        assertThat(used).isEqualTo(missing == Missing.HOLD ? 40 : 160);
        assertThat(silent).isZero();
        assertThat(zero).isZero();
    }

    private static boolean namesIt(Finding finding) {
        return finding.control().equals("C36")
                && finding.subject().equals(RENDER)
                && finding.severity() != Severity.INFO;
    }

    /** Struck day by day until the fund stops, which it does on the first day, or at its tolerance on the fourth. */
    private static List<NavResult> withoutPricesFrom(Missing missing, int deleted) {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "10000.00")
                .buy("T1", TUE, FundFixture.RENDER, "1000", "5.00", "0.00");
        fund.missing = missing;
        fund.proxies.put(RENDER, FundFixture.AKT.id());
        LocalDate first = LocalDate.parse(TUE);
        LocalDate gone = first.plusDays(deleted);
        List<NavResult> after = new ArrayList<>();
        Books books = fund.strike(MON).get(0).closing();
        LocalDate tooLate = gone.plusDays(10);
        for (LocalDate day = first; isOpen(after) && day.isBefore(tooLate); day = day.plusDays(1)) {
            if (day.isBefore(gone)) {
                fund.price(day.toString(), FundFixture.RENDER, "5." + (10 + day.getDayOfYear() % 7));
            }
            fund.price(day.toString(), FundFixture.AKT, "2." + (10 + day.getDayOfYear() % 5));
            NavResult result = Nav.strike(fund.inputs(books, day, FundFixture.known(day)));
            books = result.closing();
            if (!day.isBefore(gone)) {
                after.add(result);
            }
        }
        assertThat(after).as("days struck without a price").hasSize(missing == Missing.HOLD ? 1 : 4);
        assertThat(last(after).findings())
                .filteredOn(finding -> finding.severity() == Severity.BLOCK)
                .extracting(Finding::control, Finding::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(missing == Missing.HOLD ? "C36" : "C21", RENDER));
        return after;
    }

    private static boolean isOpen(List<NavResult> struck) {
        return struck.isEmpty() || last(struck).status() != Status.HELD;
    }

    /** A price that repeats is a finding from day 31 on (unchanged after 30), and stops a fund it is half of at once. */
    @Test
    void a_price_that_repeats_stops_the_fund_at_its_tolerance() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "10000.00")
                .buy("T1", TUE, FundFixture.RENDER, "1000", "5.00", "0.00");
        LocalDate first = LocalDate.parse(TUE);
        Books books = fund.strike(MON).get(0).closing();
        for (int still = 0; still <= 31; still++) {
            LocalDate day = first.plusDays(still);
            fund.price(day.toString(), FundFixture.RENDER, "5.00");
            NavResult result = Nav.strike(fund.inputs(books, day, FundFixture.known(day)));
            books = result.closing();
            assertThat(result.status()).as("after %s days", still).isEqualTo(still <= 30 ? Status.REVIEW : Status.HELD);
            if (still == 31) {
                assertThat(only(result, "C21").text()).isEqualTo("the price has not moved since 2026-02-03; days 31");
            }
        }
    }

    /** The same day, once somebody looked: the figure is confirmed with evidence, so it is noted and holds nothing. */
    @Test
    void a_price_that_repeats_and_is_confirmed_is_noted() {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "10000.00")
                .buy("T1", TUE, FundFixture.RENDER, "1000", "5.00", "0.00");
        LocalDate first = LocalDate.parse(TUE);
        Books books = fund.strike(MON).get(0).closing();
        for (int still = 0; still <= 30; still++) {
            LocalDate day = first.plusDays(still);
            fund.price(day.toString(), FundFixture.RENDER, "5.00");
            books = Nav.strike(fund.inputs(books, day, FundFixture.known(day))).closing();
        }
        LocalDate last = first.plusDays(31);
        fund.confirmed(last.toString(), FundFixture.RENDER, "5.00", "two dealers, mails of A. Price");
        NavResult result = Nav.strike(fund.inputs(books, last, FundFixture.known(last)));
        assertThat(result.status()).isEqualTo(Status.REVIEW);
        assertThat(only(result, "C21").severity()).isEqualTo(org.assay.kernel.Finding.Severity.INFO);
        assertThat(only(result, "C21").text())
                .isEqualTo("the price has not moved since 2026-02-03: two dealers, mails of A. Price");
    }

    private static NavResult last(List<NavResult> results) {
        return results.get(results.size() - 1);
    }
}
