package org.assay.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/** Passwords are kept as PBKDF2 hashes with a salt of their own (OWASP Password Storage: SHA-512, 210,000 rounds). */
@ApplicationScoped
public class Passwords {
    @Inject
    private Pbkdf2PasswordHash hash;

    private String nobodys;

    @PostConstruct
    void initialize() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", "210000"));
        nobodys = hash(UUID.randomUUID().toString());
    }

    /** A hash no password belongs to. */
    String nobodys() {
        return nobodys;
    }

    String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    boolean isRight(String password, String kept) {
        return hash.verify(password.toCharArray(), kept);
    }
}
