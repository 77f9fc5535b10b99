package org.assay.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BearerTokenTest {
    @Test
    void a_token_is_read_whatever_the_case_of_its_scheme() {
        assertThat(BearerToken.of(Optional.of("bEARER  assay_Abc-_9 "))).contains(new BearerToken("assay_Abc-_9"));
    }

    @Test
    void another_scheme_is_no_token() {
        assertThat(BearerToken.of(Optional.of("Basic YTpi"))).isEmpty();
        assertThat(BearerToken.of(Optional.empty())).isEmpty();
    }

    @Test
    void what_no_token_looks_like_is_one_nobody_has() {
        assertThat(BearerToken.of(Optional.of("Bearer two words"))).contains(new BearerToken(""));
        assertThat(BearerToken.of(Optional.of("Bearer " + "a".repeat(201)))).contains(new BearerToken(""));
    }

    @Test
    void it_does_not_tell_itself() {
        assertThat(new BearerToken("assay_secret")).asString().doesNotContain("secret");
    }
}
