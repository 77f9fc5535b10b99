package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.assay.kernel.nav.NavResult.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, –",
        "0.00, –",
        "1234567.80, '1,234,567.80'",
        "-0.01, (0.01)",
        "-1000, '(1,000)'",
        "999, 999",
        "9199.623456789, '9,199.623456789'"
    })
    void a_figure_is_exact_grouped_and_in_parentheses_when_negative(BigDecimal number, String text) {
        assertThat(FigureText.of(number)).isEqualTo(text);
    }

    @Test
    void every_control_that_runs_has_a_name_and_a_claim() {
        assertThat(DemoNavs.on("2026-03-31").result().controls())
                .extracting(Control::code)
                .allSatisfy(code -> assertThat(ControlWords.of(code)).as(code).isPresent());
    }
}
