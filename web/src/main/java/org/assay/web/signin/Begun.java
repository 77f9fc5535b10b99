package org.assay.web.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.Optional;

/**
 * A sign-in that was begun in this browser and is at the provider. All but {@code back} and {@code to} is drawn by chance.
 *
 * @param state comes back in the address: nobody can send a browser the answer to somebody else's sign-in
 * @param nonce comes back in the ID token: it was issued for this sign-in and no other
 * @param verifier redeems the code, which is worth nothing to who read it on its way
 * @param back where the provider sends the browser
 * @param to page that was wanted
 */
record Begun(String state, String nonce, String verifier, URI back, String to) implements Serializable {
    private static final String ATTRIBUTE = Begun.class.getName();

    static Begun now(URI back, Wanted wanted) {
        return new Begun(
                new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), back, wanted.page());
    }

    /** In the place of one that was begun before: a browser signs in once at a time. */
    void remember(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The one this state is of, once: who comes with it again was not sent by the provider. */
    static Optional<Begun> take(HttpServletRequest request) {
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<Begun> begun = session.map(memory -> memory.getAttribute(ATTRIBUTE))
                .map(Begun.class::cast)
                .filter(remembered -> remembered.state().equals(request.getParameter("state")));
        begun.ifPresent(used -> session.orElseThrow().removeAttribute(ATTRIBUTE));
        return begun;
    }

    /** Without what it proves. */
    @Override
    public String toString() {
        return "a sign-in that goes on at " + to;
    }
}
