package org.assay.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords are kept as PBKDF2 hashes with a salt of their own (OWASP Password Storage: SHA-512, 210,000 rounds). */
@ApplicationScoped
public class Passwords {
    private static final byte[] NOTHING = {};

    /** By the hash that is kept; worth nothing without the key, which no other process has. */
    private final Map<String, byte[]> right = new ConcurrentHashMap<>();

    private final byte[] key = new byte[32];

    @Inject
    private Pbkdf2PasswordHash hash;

    @PostConstruct
    void initialize() {
        new SecureRandom().nextBytes(key);
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", "210000"));
    }

    String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    /** The slow way once for each person; then by what this process remembers of it, or REST would pay it each time. */
    boolean isRight(String password, String kept) {
        byte[] now = remembered(password);
        byte[] before = right.getOrDefault(kept, NOTHING);
        if (MessageDigest.isEqual(now, before)) {
            return true;
        }
        boolean isRight = hash.verify(password.toCharArray(), kept);
        if (isRight) {
            right.put(kept, now);
        }
        return isRight;
    }

    private byte[] remembered(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }
}
