package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.nav.NavResult.Status;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.pricing.RatePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exchange rates that stop coming. The fund has 10,000.00; 1,000 EURT at 1.00 euro are a tenth of it at a rate of 1.00,
 * and it owes as much for them. The euro is last seen on Tuesday 3 February; the token is priced every day.
 */
class OldRateTest {
    private static final String MON = "2026-02-02";
    private static final LocalDate TUE = LocalDate.parse("2026-02-03");

    /** Struck every day from Tuesday to {@code days} after it; the last of them. */
    private static NavResult after(int days, Optional<RatePolicy> policy) {
        FundFixture fund = new FundFixture()
                .subscribe("S1", MON, "A", "10000.00")
                .euro(TUE.toString(), "1.00")
                .trade("T1", TUE.toString(), TUE.plusDays(30), FundFixture.EURT, "VAULT", "1000", "1.00", "0.00");
        fund.rates = policy;
        Books books = fund.strike(MON).get(0).closing();
        for (int day = 0; ; day++) {
            LocalDate date = TUE.plusDays(day);
            fund.price(date.toString(), FundFixture.EURT, day % 2 == 0 ? "1.00" : "1.01");
            NavResult result = Nav.strike(fund.inputs(books, date, FundFixture.known(date)));
            if (day == days) {
                return result;
            }
            books = result.closing();
        }
    }

    private static Optional<RatePolicy> policy(int staleAfterDays, Missing missing) {
        return Optional.of(new RatePolicy(staleAfterDays, missing));
    }

    @Test
    void without_a_policy_an_old_rate_is_reported_every_day_and_holds_nothing() {
        NavResult result = after(6, Optional.empty());
        assertThat(result.status()).isEqualTo(Status.REVIEW);
        assertThat(result.findings())
                .extracting(Finding::control, Finding::subject, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C36", "EUR", Severity.REVIEW));
    }

    @Test
    void hold_stops_the_fund_on_the_first_day_without_a_rate() {
        assertThat(after(0, policy(3, Missing.HOLD)).findings()).isEmpty();
        NavResult result = after(1, policy(3, Missing.HOLD));
        assertThat(result.status()).isEqualTo(Status.HELD);
        assertThat(result.findings())
                .extracting(Finding::control, Finding::subject, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C36", "EUR", Severity.BLOCK));
    }

    /** Stale after 3 days; a tenth held and a tenth owed, 0.2 x 4 days, is past the fund's 0.5; either alone is not. */
    @ParameterizedTest(name = "{0} days old")
    @CsvSource({"3, REVIEW, 1", "4, HELD, 2"})
    void a_carried_rate_stops_the_fund_at_its_tolerance(int days, Status status, int findings) {
        NavResult result = after(days, policy(3, Missing.CARRY));
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.findings()).hasSize(findings);
        assertThat(result.findings())
                .filteredOn(finding -> finding.control().equals("C21"))
                .allSatisfy(finding -> {
                    assertThat(finding.subject()).isEqualTo("EUR");
                    assertThat(finding.measured()).isEqualByComparingTo("4");
                    assertThat(finding.limit()).isEqualByComparingTo("3");
                    assertThat(finding.text()).isEqualTo("the rate is old: last seen 2026-02-03; days 4");
                });
    }

    @Test
    void a_rate_is_never_estimated() {
        assertThatThrownBy(() -> new RatePolicy(3, Missing.ESTIMATE)).isInstanceOf(IllegalArgumentException.class);
    }
}
