package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assay.ejb.AccessLog;
import org.assay.ejb.People;
import org.assay.ejb.Roles;

/** Asks who somebody is at both doors, and slows down whoever guesses. */
@ApplicationScoped
public class Door {
    /** A program asks several times a second, and a password hash is made to be slow. */
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private static final int TRUSTED_AT_MOST = 1_000;
    private static final String MAC = "HmacSHA256";

    /** For the throttle in place of a name: nobody knows whose sign-in it is before the provider has said so. */
    private static final String PROVIDER = "provider";

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
    private People people;

    @Inject
    private Provider provider;

    @Inject
    private Throttle throttle;

    @Inject
    private AccessLog log;

    private record Trusted(SignedIn who, long since) {}

    /** Somebody who is in, and the roles they hold at this moment. */
    record Known(String name, Set<String> roles) {}

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
            log.refused(name, "must wait after too many wrong passwords");
            return new Answer(Optional.empty(), delay);
        }
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(name, password));
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            throttle.wasWrong(name, source);
            log.refused(name, "name and password do not belong together");
            return new Answer(Optional.empty(), Duration.ZERO);
        }
        throttle.wasRight(name, source);
        String known = result.getCallerPrincipal().getName();
        return new Answer(
                people.standing(known).map(standing -> new SignedIn(known, standing.password())), Duration.ZERO);
    }

    /**
     * For a person who comes back from the provider. Of the books they must be all the same: nobody is made by signing in.
     *
     * @param answer what stands in the address they came by
     */
    SignedIn vouchedFor(Begun begun, Map<String, List<String>> answer, String source) throws NotLetIn {
        Duration delay = throttle.delay(PROVIDER, source);
        if (!delay.isZero()) {
            throw refused(
                    "",
                    new NotLetIn(
                            "Too many failed sign-ins from where you are: wait %s, then try again."
                                    .formatted(Throttle.words(delay)),
                            "must wait after too many failed sign-ins"));
        }
        String name = "";
        try {
            name = provider.name(begun, answer);
            SignedIn who = known(name);
            throttle.wasRight(PROVIDER, source);
            return who;
        } catch (NotLetIn no) {
            throttle.wasWrong(PROVIDER, source);
            throw refused(name, no);
        }
    }

    private SignedIn known(String name) throws NotLetIn {
        return people.standing(name)
                .map(standing -> new SignedIn(name, standing.password()))
                .orElseThrow(() -> new NotLetIn(
                        "Nobody here has the name %s: ask an administrator to add it.".formatted(name),
                        "the provider vouches for a name that is not in the books"));
    }

    /**
     * Lets in who proved to be who they are, if they hold a right.
     *
     * @return the page to go on at
     */
    String letIn(HttpServletRequest request, SignedIn who, Wanted wanted) throws NotLetIn {
        Set<String> roles = stillKnown(who).map(Known::roles).orElse(Set.of());
        if (roles.isEmpty()) {
            throw refused(
                    who.name(),
                    new NotLetIn(
                            "You hold no right at present. An administrator asks for one, and another grants it.",
                            "holds no right now"));
        }
        // A session id somebody planted before must not become that of a person.
        request.getSession(true);
        request.changeSessionId();
        who.remember(request.getSession());
        boolean isToAdminister = wanted.page().equals(Wanted.START) && roles.contains(Roles.ADMINISTRATOR);
        return isToAdminister ? Wanted.ADMIN : wanted.page();
    }

    /** Logs it, in the words for the log. */
    NotLetIn refused(String name, NotLetIn no) {
        log.refused(name, no.reason());
        return no;
    }

    /** For a program that sends neither. */
    Answer nothingSent() {
        log.refused("", "neither a password nor a token was sent");
        return new Answer(Optional.empty(), Duration.ZERO);
    }

    /** Empty when another password was set since: whoever set it may have had a reason. */
    Optional<Known> stillKnown(SignedIn who) {
        return people.standing(who.name())
                .filter(standing -> standing.password() == who.password())
                .map(standing -> new Known(who.name(), standing.roles()));
    }

    /** The session of somebody ends: says why. */
    void noLongerKnown(SignedIn who) {
        log.refused(who.name(), "the session has ended: another password was set, or no right is left");
    }

    /** Empty when the token is unknown, expired or revoked. */
    Optional<Known> byToken(String secret) {
        Optional<String> who = people.byToken(secret);
        if (who.isEmpty()) {
            log.refused("", "the token is unknown, expired or revoked");
        }
        return who.flatMap(name -> people.standing(name).map(standing -> new Known(name, standing.roles())));
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
