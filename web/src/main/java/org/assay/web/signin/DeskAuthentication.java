package org.assay.web.signin;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.assay.web.shell.Requests;

/**
 * The one mechanism Jakarta EE 10 allows an application.
 *
 * <p>Under {@code /api} only what stands in the request itself counts, a name with a password or a token: a session's cookie
 * is sent by the browser whoever made it ask, so it must open nothing there. Everywhere else only the session counts, and who
 * has none is sent to the sign-in page. The roles are those of this moment, of both.
 */
@ApplicationScoped
public class DeskAuthentication implements HttpAuthenticationMechanism {
    private static final System.Logger LOG = System.getLogger(DeskAuthentication.class.getName());
    private static final String API = "/api";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String BY_TOKEN = DeskAuthentication.class.getName() + ".token";
    private static final String CHALLENGE = "WWW-Authenticate";

    @Inject
    private Door door;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        response.setHeader(Requests.HEADER, Requests.id(request));
        try {
            // The servlet's path is decoded and matched already: no other spelling of it comes by here.
            return request.getServletPath().equals(API)
                    ? program(request, response, context)
                    : person(request, response, context);
        } catch (EJBException noBooks) {
            // Nobody can say who may; so nobody may, until the books answer.
            LOG.log(System.Logger.Level.ERROR, "request " + Requests.id(request), noBooks);
            return refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Whether a program showed a token: what lives for a time must not make what lives longer. */
    public static boolean isByToken(HttpServletRequest request) {
        return request.getAttribute(BY_TOKEN) != null;
    }

    private AuthenticationStatus person(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        Optional<SignedIn> who = SignedIn.in(request);
        Optional<Door.Known> known =
                who.flatMap(door::stillKnown).filter(person -> !person.roles().isEmpty());
        if (known.isPresent()) {
            return context.notifyContainerAboutLogin(
                    known.get().name(), known.get().roles());
        }
        if (who.isPresent()) {
            door.noLongerKnown(who.get());
            request.getSession().invalidate();
        }
        return signIn(request, response);
    }

    private AuthenticationStatus program(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        Optional<BearerToken> token = BearerToken.of(header);
        if (token.isPresent()) {
            Optional<Door.Known> known = door.byToken(token.get().secret());
            if (known.isPresent()) {
                request.setAttribute(BY_TOKEN, true);
                return context.notifyContainerAboutLogin(
                        known.get().name(), known.get().roles());
            }
            response.setHeader(CHALLENGE, "Bearer realm=\"Assay\", error=\"invalid_token\"");
            return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        Optional<BasicLogin> login = BasicLogin.of(header);
        Door.Answer answer = login.map(pair -> door.askOften(pair.name(), pair.password(), request.getRemoteAddr()))
                .orElseGet(() -> door.nothingSent());
        Optional<Door.Known> known = answer.who().flatMap(door::stillKnown);
        if (known.isPresent()) {
            return context.notifyContainerAboutLogin(
                    known.get().name(), known.get().roles());
        }
        return answer.mustWait() ? later(response, answer.delay()) : unknown(response);
    }

    private static AuthenticationStatus later(HttpServletResponse response, Duration delay)
            throws AuthenticationException {
        response.setHeader("Retry-After", Long.toString(delay.toSeconds() + 1));
        return refuse(response, TOO_MANY_REQUESTS);
    }

    private static AuthenticationStatus unknown(HttpServletResponse response) throws AuthenticationException {
        response.setHeader(CHALLENGE, "Basic realm=\"Assay\", charset=\"UTF-8\"");
        response.addHeader(CHALLENGE, "Bearer realm=\"Assay\"");
        return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status)
            throws AuthenticationException {
        try {
            response.sendError(status);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException("the answer cannot be sent", e);
        }
    }

    private static AuthenticationStatus signIn(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        String target = request.getContextPath() + "/" + Wanted.of(request).signInAddress();
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                // A script cannot follow a redirect to a page; Faces has an answer of its own for it.
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/>"
                                        .formatted(target.replace("&", "&amp;"))
                                + "</partial-response>");
            } else {
                response.sendRedirect(target);
            }
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException("the answer cannot be sent", e);
        }
    }
}
