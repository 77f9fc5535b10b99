package org.assay.web.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token as RFC 6750 writes it into a header. */
record BearerToken(String secret) {
    private static final String SCHEME = "bearer ";

    /** The b64token of RFC 6750, no longer than ours are by far. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,200}=*");

    /** Empty when the header is missing or of another scheme; what is no token is one that nobody has. */
    static Optional<BearerToken> of(Optional<String> header) {
        return header.filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip())
                .map(text -> new BearerToken(TOKEN.matcher(text).matches() ? text : ""));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "a token";
    }
}
