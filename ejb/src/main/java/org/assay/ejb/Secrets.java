package org.assay.ejb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Draws secrets of tokens. 256 random bits cannot be guessed, so a plain SHA-256 of them may be kept: a slow hash makes a
 * password's few bits last, and would only make each request slow here.
 */
final class Secrets {
    /** Says what it is to whoever finds one in a file, and to programs that look for such. */
    private static final String PREFIX = "assay_";

    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    static String draw() {
        byte[] bits = new byte[BYTES];
        CHANCE.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
