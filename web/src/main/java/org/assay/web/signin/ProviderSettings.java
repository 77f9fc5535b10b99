package org.assay.web.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the provider that vouches for people (docs/access.md).
 *
 * @param issuer as the provider names itself; {@code https}, but on this machine
 * @param client by which the provider knows us, and {@code secret} proves it
 * @param claim of the ID token that holds a person's name in our books
 * @param isOnly nobody signs in with a name and a password
 */
record ProviderSettings(URI issuer, String client, String secret, String claim, boolean isOnly) {
    /** A claim that counts only beside {@code email_verified}: else anybody could say whose address they have. */
    static final String EMAIL = "email";

    private static final String ISSUER = "ASSAY_OIDC_ISSUER";
    private static final String CLIENT = "ASSAY_OIDC_CLIENT";
    private static final String SECRET = "ASSAY_OIDC_SECRET";
    private static final String CLAIM = "ASSAY_OIDC_NAME";
    private static final String ONLY = "ASSAY_OIDC_ONLY";

    /**
     * Empty where the house has no provider.
     *
     * @throws IllegalStateException for half of a setting, with what is missing: the server must not start and let in otherwise
     *     than was meant
     */
    static Optional<ProviderSettings> of(Map<String, String> environment) {
        boolean isOnly = environment.getOrDefault(ONLY, "").equalsIgnoreCase("true");
        if (List.of(ISSUER, CLIENT, SECRET).stream()
                .allMatch(name -> text(environment, name).isEmpty())) {
            if (isOnly) {
                throw new IllegalStateException("%s=true, and no %s: nobody could sign in.".formatted(ONLY, ISSUER));
            }
            return Optional.empty();
        }
        return Optional.of(new ProviderSettings(
                issuer(needed(environment, ISSUER)),
                needed(environment, CLIENT),
                needed(environment, SECRET),
                text(environment, CLAIM).orElse(EMAIL),
                isOnly));
    }

    private static String needed(Map<String, String> environment, String name) {
        return text(environment, name)
                .orElseThrow(() -> new IllegalStateException(
                        "%s, %s and %s belong together: %s is missing.".formatted(ISSUER, CLIENT, SECRET, name)));
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static URI issuer(String text) {
        URI issuer = URI.create(text);
        boolean isHere = List.of("localhost", "127.0.0.1").contains(issuer.getHost());
        if (issuer.getHost() == null || !(issuer.getScheme().equals("https") || isHere)) {
            throw new IllegalStateException(
                    "%s=%s is no address that begins with https: what it vouches for could be anybody's word."
                            .formatted(ISSUER, text));
        }
        return issuer;
    }

    /** By which people know it. */
    String host() {
        return issuer.getHost();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return issuer + " by the claim " + claim;
    }
}
