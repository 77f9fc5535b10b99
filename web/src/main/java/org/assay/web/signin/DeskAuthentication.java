package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The one mechanism Jakarta EE 10 allows an application.
 *
 * <p>Under {@code /api} only HTTP Basic counts: a session's cookie is sent by the browser whoever made it ask, so it must
 * open nothing there. Everywhere else only the session counts, and who has none is sent to the sign-in page.
 */
@ApplicationScoped
public class DeskAuthentication implements HttpAuthenticationMechanism {
    private static final String API = "/api";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Door door;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        // The servlet's path is decoded and matched already: no other spelling of it comes by here.
        if (request.getServletPath().equals(API)) {
            return basic(request, response, context);
        }
        Optional<SignedIn> who = SignedIn.in(request);
        if (who.isPresent()) {
            return context.notifyContainerAboutLogin(
                    who.get().name(), who.get().roles());
        }
        return context.isProtected() ? signIn(request, response) : context.doNothing();
    }

    private AuthenticationStatus basic(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<BasicLogin> login = BasicLogin.of(Optional.ofNullable(request.getHeader("Authorization")));
        Door.Answer answer = login.map(pair -> door.askOften(pair.name(), pair.password(), request.getRemoteAddr()))
                .orElse(new Door.Answer(Optional.empty(), java.time.Duration.ZERO));
        if (answer.who().isPresent()) {
            return context.notifyContainerAboutLogin(
                    answer.who().get().name(), answer.who().get().roles());
        }
        try {
            if (answer.mustWait()) {
                response.setHeader("Retry-After", Long.toString(answer.delay().toSeconds() + 1));
                response.sendError(TOO_MANY_REQUESTS);
            } else {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Assay\", charset=\"UTF-8\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
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
