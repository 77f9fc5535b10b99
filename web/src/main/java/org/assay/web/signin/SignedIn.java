package org.assay.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a session remembers of a person; nothing else of ours is kept in it. What they may is asked anew with every request.
 *
 * @param password number of the one they came in with: the session ends when another is set
 */
record SignedIn(String name, long password) implements Serializable {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    static Optional<SignedIn> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(SignedIn.class::cast);
    }

    void remember(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
