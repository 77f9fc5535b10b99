package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.nav.NavResult.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fund that pays twice the fee, or earns twice the interest, is in balance everywhere: only working it again from the
 * terms finds it. A owns 1,000,000.00 on Monday 2 February and strikes again on Tuesday; BANK pays 3.6 percent.
 */
class AccrualControlsTest {
    private static final String MON = "2026-02-02";
    private static final String TUE = "2026-02-03";

    private static FundFixture fund() {
        return new FundFixture().subscribe("S1", MON, "A", "1000000.00").subscribe("S2", MON, "I", "500000.00");
    }

    /** What the controls of the right fund say of a day struck otherwise, on the books of the right one. */
    private static List<Finding> judged(Consumer<FundFixture> wrong) {
        Books monday = fund().strike(MON).get(0).closing();
        FundFixture other = fund();
        wrong.accept(other);
        var date = FundFixture.day(TUE);
        NavResult result = Nav.strike(other.inputs(monday, date, FundFixture.known(date)));
        return Controls.judge(fund().inputs(monday, date, FundFixture.known(date)), withoutFindings(result))
                .findings();
    }

    private static NavResult withoutFindings(NavResult result) {
        return Planting.allClasses(result, result.classes());
    }

    /** Fees of a day: 1,000,000.00 x 1.5 % / 365 = 41.10 and 500,000.00 x 0.75 % / 365 = 10.27; interest 150.00. */
    static Stream<Arguments> doubled() {
        return Stream.of(
                Arguments.of("the fee of A", "C17", "A", "82.19", "41.10", change(fund -> fund.feeA = "0.03")),
                Arguments.of("the fee of I", "C17", "I", "20.55", "10.27", change(fund -> fund.feeI = "0.015")),
                Arguments.of("no fee", "C17", "A", "0.00", "41.10", change(fund -> fund.feeA = "0")),
                Arguments.of(
                        "the interest",
                        "C15",
                        "BANK USD",
                        "300.00",
                        "150.00",
                        change(fund -> fund.interestRate = "0.072")),
                Arguments.of(
                        "no interest", "C15", "BANK USD", "0.00", "150.00", change(fund -> fund.interestRate = "0")));
    }

    private static Consumer<FundFixture> change(Consumer<FundFixture> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubled")
    void what_accrues_otherwise_than_the_terms_say_is_found_by_its_control_alone(
            String what, String control, String subject, String measured, String limit, Consumer<FundFixture> wrong) {
        assertThat(judged(wrong)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.control()).isEqualTo(control);
            assertThat(finding.subject()).isEqualTo(subject);
            assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
            assertThat(finding.measured()).isEqualByComparingTo(measured);
            assertThat(finding.limit()).isEqualByComparingTo(limit);
        });
    }

    @Test
    void the_right_fund_passes() {
        assertThat(judged(fund -> {})).isEmpty();
    }

    /** From Friday 27 February to Monday 2 March: one day of February and two of March, each month rounded for itself. */
    @Test
    void a_month_end_between_strikes_is_worked_again_in_two_parts() {
        List<NavResult> results = fund().strike(MON, TUE, "2026-02-27", "2026-03-02");
        assertThat(results.get(3).fees()).hasSize(4);
        assertThat(results).allSatisfy(result -> assertThat(result.findings()).isEmpty());
    }

    /** 1,500,000.00 came in; 15,000 tokens at 100.00 leave nothing in the bank, one more leaves it 100.00 short. */
    @ParameterizedTest(name = "{0} tokens")
    @CsvSource({"15000, 0", "15001, 1"})
    void an_overdrawn_account_asks_for_a_person(String tokens, int findings) {
        NavResult tuesday = fund().buy("T1", TUE, FundFixture.RENDER, tokens, "100.00", "0.00")
                .price(TUE, FundFixture.RENDER, "100.00")
                .strike(MON, TUE)
                .get(1);
        assertThat(tuesday.findings())
                .hasSize(findings)
                .allSatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding(
                                FundFixture.day(TUE),
                                "CASH",
                                Severity.REVIEW,
                                "BANK USD",
                                FundFixture.units("-100").units(),
                                BigDecimal.ZERO,
                                "the account is overdrawn: find what was not settled, or agree on a loan")));
        assertThat(tuesday.status()).isEqualTo(Status.REVIEW);
    }
}
