package org.assay.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    @Test
    void a_sane_number_of_the_caller_is_kept() {
        assertThat(Requests.id(Optional.of("export-2026.05_29"))).isEqualTo("export-2026.05_29");
    }

    /** It stands in a log and in a header of the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "quote\"", "<script>", "ü"})
    void anything_else_is_replaced(String sent) {
        assertThat(Requests.id(Optional.of(sent))).matches("[0-9a-f]{8}");
        assertThat(Requests.id(Optional.of("a".repeat(65)))).hasSize(8);
        assertThat(Requests.id(Optional.empty())).isNotEqualTo(Requests.id(Optional.empty()));
    }
}
