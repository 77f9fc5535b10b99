package org.assay.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontDoorIT extends InTheBrowser {
    @Test
    void the_application_answers_at_its_root() {
        var answer = page.navigate(address().toString());
        assertThat(answer.status()).as("status of %s", address()).isLessThan(500);
        assertThat(answer.headers()).as("answered by the application's server").isNotEmpty();
    }
}
