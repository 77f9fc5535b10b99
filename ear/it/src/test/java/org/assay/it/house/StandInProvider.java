package org.assay.it.house;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vouches for whom a test names, without asking for a password, and lies as a test wants it to. It keeps to the protocol where
 * it does not lie: a code is good once, for the client that asked and whoever has its verifier.
 */
public final class StandInProvider {
    public static final StandInProvider ONE = new StandInProvider();

    private static final String CLIENT = "desk";
    private static final String SECRET = "client-of-the-tests";

    /** What is wrong with an ID token. */
    public enum Lie {
        NONE,
        AUDIENCE,
        ISSUER,
        NONCE,
        EXPIRED,
        STRANGERS_KEY,
        OUR_OWN_SECRET,
        NOT_VERIFIED
    }

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangers;
    private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();
    private volatile String person = "";
    private volatile Lie lie = Lie.NONE;

    private StandInProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("ours").generate();
            // Of the same name, so that it is the signature that is found wrong.
            strangers = new RSAKeyGenerator(2048).keyID("ours").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("the stand-in does not start", e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key).toString(true)));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** Makes a server ask it. */
    public Map<String, String> settings() {
        return Map.of("ASSAY_OIDC_ISSUER", issuer(), "ASSAY_OIDC_CLIENT", CLIENT, "ASSAY_OIDC_SECRET", SECRET);
    }

    /** Who comes next, and what is wrong with what is said of them. */
    public void vouchFor(String name, Lie wrong) {
        person = name;
        lie = wrong;
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256", "HS256"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        URI back = URI.create("%s?code=%s&state=%s".formatted(one(asked, "redirect_uri"), code, one(asked, "state")));
        exchange.getResponseHeaders().set("Location", back.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> sent = URLUtils.parseParameters(body);
        Optional<Map<String, List<String>>> asked = Optional.ofNullable(codes.remove(one(sent, "code")));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean isTheirs = asked.filter(known -> isRedeemedBy(known, sent)).isPresent()
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!isTheirs) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        json(exchange, 200, """
                {"access_token": "none", "token_type": "Bearer", "id_token": "%s"}""".formatted(idToken(one(asked.get(), "nonce"))));
    }

    private static boolean isRedeemedBy(Map<String, List<String>> asked, Map<String, List<String>> sent) {
        CodeChallenge challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(one(sent, "code_verifier")));
        return challenge.getValue().equals(one(asked, "code_challenge"))
                && one(asked, "client_id").equals(CLIENT)
                && one(asked, "redirect_uri").equals(one(sent, "redirect_uri"));
    }

    private String idToken(String nonce) {
        Instant expires = Instant.now().plus(lie == Lie.EXPIRED ? Duration.ofMinutes(-10) : Duration.ofMinutes(5));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(lie == Lie.ISSUER ? "http://localhost" : issuer())
                .subject("subject of " + person)
                .audience(lie == Lie.AUDIENCE ? "another client" : CLIENT)
                .issueTime(Date.from(expires.minus(Duration.ofMinutes(5))))
                .expirationTime(Date.from(expires))
                .claim("nonce", lie == Lie.NONCE ? "another sign-in" : nonce)
                .claim("email", person)
                .claim("email_verified", lie != Lie.NOT_VERIFIED)
                .build();
        try {
            if (lie == Lie.OUR_OWN_SECRET) {
                SignedJWT signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                signed.sign(new MACSigner(SECRET.repeat(2)));
                return signed.serialize();
            }
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(), claims);
            signed.sign(new RSASSASigner(lie == Lie.STRANGERS_KEY ? strangers : key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot be signed", e);
        }
    }

    private static String one(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    private static void json(HttpExchange exchange, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
