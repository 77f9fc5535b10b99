package org.assay.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private static Problem of(ErrorCode code) {
        return Problem.of(new FundException(code, "ILL-COMPUTE 2026-05-29", "NAV", "Held", "a NAV in Review"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "NOT_THERE,404",
        "FOUR_EYES,403",
        "NOT_ALLOWED,403",
        "NOT_OPEN,409",
        "DAY_CLOSED,409",
        "FUND_EXISTS,409",
        "RIGHTS_CONFLICT,409",
        "NO_SIGNING_KEY,503"
    })
    void the_status_tells_what_kind_of_no_it_is(ErrorCode code, int status) {
        assertThat(of(code).status()).isEqualTo(status);
    }

    @Test
    void every_other_no_is_about_what_was_sent() {
        EnumSet.complementOf(EnumSet.of(
                        ErrorCode.NOT_THERE,
                        ErrorCode.FOUR_EYES,
                        ErrorCode.NOT_ALLOWED,
                        ErrorCode.NOT_OPEN,
                        ErrorCode.DAY_CLOSED,
                        ErrorCode.FUND_EXISTS,
                        ErrorCode.RIGHTS_CONFLICT,
                        ErrorCode.NO_SIGNING_KEY))
                .forEach(code -> assertThat(of(code).status()).as("%s", code).isEqualTo(422));
    }

    @Test
    void it_says_who_must_act_and_what_was_expected() {
        Problem problem = of(ErrorCode.PRICE_MISSING);
        assertThat(problem.code()).contains("PRICE_MISSING");
        assertThat(problem.blame()).contains("the data desk");
        assertThat(problem.subject()).contains("ILL-COMPUTE 2026-05-29");
        assertThat(problem.value()).contains("Held");
        assertThat(problem.expected()).contains("a NAV in Review");
    }

    @Test
    void a_refused_pack_lists_every_failure() {
        List<Parsed.Failure> failures = List.of(
                new Parsed.Failure("facts/trades.csv", 3, "quantity", "1,5", "a decimal number"),
                new Parsed.Failure("fund.json", 0, "", "", "this file"));
        Problem problem = Problem.of("The pack was refused", failures);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.failures()).contains(failures);
    }
}
