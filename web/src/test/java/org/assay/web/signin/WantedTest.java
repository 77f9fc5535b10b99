package org.assay.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    @Test
    void a_page_of_ours_is_gone_back_to() {
        String page = "strike.xhtml?fund=ILL-COMPUTE&date=2026-05-29&trail=nav_per_share:A";
        assertThat(new Wanted(page).page()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "a.xhtml\r\nSet-Cookie: x",
                "",
                "signin.xhtml"
            })
    void anything_else_becomes_the_start_page(String page) {
        assertThat(new Wanted(page).page()).isEqualTo(Wanted.START);
    }

    @Test
    void a_header_that_is_no_login_is_none() {
        assertThat(BasicLogin.of(Optional.empty())).isEmpty();
        assertThat(BasicLogin.of(Optional.of("Basic %%%"))).isEmpty();
        assertThat(BasicLogin.of(Optional.of("Bearer YTpi"))).isEmpty();
        assertThat(BasicLogin.of(Optional.of("Basic YTpiOmM="))).contains(new BasicLogin("a", "b:c"));
    }
}
