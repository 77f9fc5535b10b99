package org.assay.web.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Name and password as RFC 7617 writes them into a header. */
record BasicLogin(String name, String password) {
    private static final String SCHEME = "basic ";

    /** Empty when it is missing or is none. */
    static Optional<BasicLogin> of(Optional<String> header) {
        return header.filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .flatMap(text -> decoded(text.substring(SCHEME.length()).strip()))
                .filter(pair -> pair.indexOf(':') > 0)
                .map(pair -> new BasicLogin(
                        pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
