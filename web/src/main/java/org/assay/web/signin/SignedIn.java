package org.assay.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a session remembers of a person; nothing else of ours is kept in it.
 *
 * @param roles at the moment of signing in
 */
record SignedIn(String name, TreeSet<String> roles) implements Serializable {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    static SignedIn of(String name, Set<String> roles) {
        return new SignedIn(name, new TreeSet<>(roles));
    }

    static Optional<SignedIn> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(SignedIn.class::cast);
    }

    void remember(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
