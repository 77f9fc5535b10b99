package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as RFC 7468 has them: Base64 between two lines that say what it is. */
final class Pem {
    static final String PUBLIC = "PUBLIC KEY";
    static final String PRIVATE = "PRIVATE KEY";

    private static final int LINE = 64;

    private Pem() {}

    static String write(String what, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines.encodeToString(der));
    }

    /** The first of its kind; empty when there is none, or it is no Base64. */
    static Optional<byte[]> read(String what, String text) {
        Matcher block = Pattern.compile("-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]*)-----END %1$s-----".formatted(what))
                .matcher(text);
        try {
            return block.find()
                    ? Optional.of(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
