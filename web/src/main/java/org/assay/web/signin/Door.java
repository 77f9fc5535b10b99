package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks for a name and a password at both doors, and slows down whoever guesses. */
@ApplicationScoped
public class Door {
    /** A program asks several times a second, and a password hash is made to be slow. */
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private static final int TRUSTED_AT_MOST = 1_000;
    private static final String MAC = "HmacSHA256";

    private final byte[] key = new byte[32];

    private final Map<String, Trusted> trusted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trusted> eldest) {
            return size() > TRUSTED_AT_MOST;
        }
    };

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private Throttle throttle;

    private record Trusted(SignedIn who, long since) {}

    /**
     * What came of asking.
     *
     * @param who when the password was right
     * @param delay before it may be tried again; zero when it was looked at
     */
    record Answer(Optional<SignedIn> who, Duration delay) {
        boolean mustWait() {
            return !delay.isZero();
        }
    }

    public Door() {
        new SecureRandom().nextBytes(key);
    }

    /** For a person at the sign-in page. */
    Answer ask(String name, String password, String source) {
        Duration delay = throttle.delay(name, source);
        if (!delay.isZero()) {
            return new Answer(Optional.empty(), delay);
        }
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(name, password));
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            throttle.wasWrong(name, source);
            return new Answer(Optional.empty(), Duration.ZERO);
        }
        throttle.wasRight(name, source);
        return new Answer(
                Optional.of(SignedIn.of(result.getCallerPrincipal().getName(), result.getCallerGroups())),
                Duration.ZERO);
    }

    /** For a program, which brings both with every request: what was right a moment ago is taken as right. */
    Answer askOften(String name, String password, String source) {
        String seal = seal(name, password);
        Optional<SignedIn> recent = recent(seal);
        if (recent.isPresent()) {
            return new Answer(recent, Duration.ZERO);
        }
        Answer answer = ask(name, password, source);
        answer.who().ifPresent(who -> trust(seal, who));
        return answer;
    }

    private synchronized Optional<SignedIn> recent(String seal) {
        return Optional.ofNullable(trusted.get(seal))
                .filter(entry -> System.nanoTime() - entry.since() < TRUSTED_FOR.toNanos())
                .map(Trusted::who);
    }

    private synchronized void trust(String seal, SignedIn who) {
        trusted.put(seal, new Trusted(who, System.nanoTime()));
    }

    /** By a key that dies with the server: what is remembered is no password and opens nothing elsewhere. */
    private String seal(String name, String password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
