package org.assay.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSettingsTest {
    @Test
    void without_settings_there_is_no_provider() {
        assertThat(ProviderSettings.of(Map.of("ASSAY_OIDC_ISSUER", " "))).isEmpty();
    }

    @Test
    void three_settings_make_one_who_vouches_by_verified_addresses() {
        ProviderSettings settings =
                ProviderSettings.of(with("https://id.example/house")).orElseThrow();
        assertThat(settings.host()).isEqualTo("id.example");
        assertThat(settings.claim()).isEqualTo("email");
        assertThat(settings.isOnly()).isFalse();
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void half_of_the_settings_name_what_is_missing() {
        assertThatThrownBy(() -> ProviderSettings.of(Map.of("ASSAY_OIDC_ISSUER", "https://id.example")))
                .hasMessageContaining("ASSAY_OIDC_CLIENT is missing");
    }

    @Test
    void the_form_is_not_switched_off_where_nobody_vouches() {
        assertThatThrownBy(() -> ProviderSettings.of(Map.of("ASSAY_OIDC_ONLY", "true")))
                .hasMessageContaining("nobody could sign in");
    }

    @Test
    void a_provider_elsewhere_speaks_tls() {
        assertThatThrownBy(() -> ProviderSettings.of(with("http://id.example")))
                .hasMessageContaining("begins with https");
        assertThat(ProviderSettings.of(with("http://localhost:8180"))).isPresent();
    }

    private static Map<String, String> with(String issuer) {
        return Map.of("ASSAY_OIDC_ISSUER", issuer, "ASSAY_OIDC_CLIENT", "desk", "ASSAY_OIDC_SECRET", "hush");
    }
}
