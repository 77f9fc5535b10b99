package org.assay.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who vouches for people, by OpenID Connect: authorization code, PKCE, state and nonce (docs/adr/0022). It says who somebody is
 * and nothing of what they may.
 */
@ApplicationScoped
public class Provider {
    private static final System.Logger LOG = System.getLogger(Provider.class.getName());

    /** To connect, and again to answer. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int LARGEST_KEYS = 100_000;

    /** Code of an error as RFC 6749 allows it, and short: it is shown. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    /** Names in our books have no other; so small letters of other alphabets do not become ours. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");

    private final Optional<ProviderSettings> settings;
    private Optional<Found> found = Optional.empty();

    /** What the provider says of itself, asked for once, and who tells its ID tokens from others. */
    private record Found(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    public Provider() {
        settings = ProviderSettings.of(System.getenv());
    }

    /** A server whose settings are half does not start. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        settings.ifPresent(known -> LOG.log(System.Logger.Level.INFO, "people are vouched for by " + known));
    }

    /** By which people know it; empty where the house has none. */
    Optional<String> host() {
        return settings.map(ProviderSettings::host);
    }

    /** Whether nobody signs in with a name and a password. */
    boolean isOnly() {
        return settings.filter(ProviderSettings::isOnly).isPresent();
    }

    /** Where a person goes to sign in. */
    URI ask(Begun begun) throws NotLetIn {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "profile", ProviderSettings.EMAIL),
                        new ClientID(known().client()),
                        begun.back())
                .endpointURI(found().metadata().getAuthorizationEndpointURI())
                .state(new State(begun.state()))
                .nonce(new Nonce(begun.nonce()))
                .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * The name of who comes back.
     *
     * @param answer what the provider said in the address by which they do
     */
    String name(Begun begun, Map<String, List<String>> answer) throws NotLetIn {
        AuthorizationCode code = code(begun, answer);
        try {
            HTTPRequest redeem = new TokenRequest.Builder(
                            found().metadata().getTokenEndpointURI(),
                            new ClientSecretBasic(new ClientID(known().client()), new Secret(known().secret())),
                            new AuthorizationCodeGrant(code, begun.back(), new CodeVerifier(begun.verifier())))
                    .build()
                    .toHTTPRequest();
            redeem.setConnectTimeout(PATIENCE_MILLIS);
            redeem.setReadTimeout(PATIENCE_MILLIS);
            redeem.setFollowRedirects(false);
            TokenResponse response = OIDCTokenResponseParser.parse(redeem.send());
            if (!response.indicatesSuccess()) {
                throw notTrue("the code is not redeemed: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
            return name(found().validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(begun.nonce())));
        } catch (IOException silent) {
            throw silent(silent);
        } catch (ParseException | BadJOSEException | JOSEException untrue) {
            throw notTrue("the ID token does not hold: " + untrue.getMessage());
        }
    }

    private AuthorizationCode code(Begun begun, Map<String, List<String>> answer) throws NotLetIn {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(begun.back(), answer);
            if (!response.indicatesSuccess()) {
                String error = Optional.ofNullable(
                                response.toErrorResponse().getErrorObject().getCode())
                        .filter(text -> ERROR.matcher(text).matches())
                        .orElse("no reason given");
                throw new NotLetIn(
                        "%s did not let you in: %s.".formatted(known().host(), error.replace('_', ' ')),
                        "the provider says " + error);
            }
            // Which provider answers, where it says so (RFC 9207).
            if (response.getIssuer() != null && !response.getIssuer().equals(issuer())) {
                throw notTrue("the answer is of another issuer");
            }
            return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                    .orElseThrow(() -> notTrue("the answer has no code"));
        } catch (ParseException unreadable) {
            throw notTrue("the answer is unreadable");
        }
    }

    private String name(IDTokenClaimsSet claims) throws NotLetIn {
        String claim = known().claim();
        boolean isVerified = !claim.equals(ProviderSettings.EMAIL)
                || Boolean.TRUE.equals(claims.getClaim("email_verified", Boolean.class));
        return Optional.ofNullable(claims.getClaim(claim, String.class))
                .filter(name -> isVerified && NAME.matcher(name).matches())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new NotLetIn(
                        "%s does not say %s of you that is a name here: who looks after your account there must act."
                                .formatted(
                                        known().host(),
                                        claim.equals(ProviderSettings.EMAIL)
                                                ? "a verified e-mail address"
                                                : "a claim " + claim),
                        "the ID token has no " + claim + " that counts"));
    }

    /** Asked for again until it has answered once. */
    private synchronized Found found() throws NotLetIn {
        if (found.isEmpty()) {
            try {
                OIDCProviderMetadata metadata =
                        OIDCProviderMetadata.resolve(issuer(), PATIENCE_MILLIS, PATIENCE_MILLIS);
                found = Optional.of(new Found(metadata, validator(metadata)));
            } catch (IOException | GeneralException silent) {
                throw silent(silent);
            }
        }
        return found.get();
    }

    /** Signed by a key of the provider's: none and what is signed by our own secret do not count. */
    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        Set<JWSAlgorithm> algorithms = new HashSet<>(
                Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElseGet(() -> List.of(JWSAlgorithm.RS256)));
        algorithms.retainAll(JWSAlgorithm.Family.SIGNATURE);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS))
                .refreshAheadCache(false)
                .build();
        return new IDTokenValidator(
                issuer(), new ClientID(known().client()), new JWSVerificationKeySelector<>(algorithms, keys), null);
    }

    private Issuer issuer() {
        return new Issuer(known().issuer());
    }

    private ProviderSettings known() {
        return settings.orElseThrow();
    }

    private NotLetIn notTrue(String reason) {
        return new NotLetIn(
                "What %s said does not hold, so nobody is signed in. Try again; if it stays, tell an administrator."
                        .formatted(known().host()),
                reason);
    }

    private NotLetIn silent(Exception why) {
        return new NotLetIn(
                "%s does not answer. Try again in a moment.".formatted(known().host()),
                "the provider does not answer: " + why.getMessage());
    }
}
