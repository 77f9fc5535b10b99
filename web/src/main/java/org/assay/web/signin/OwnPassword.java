package org.assay.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.assay.ejb.People;

/** Who changes a password shows the present one: a desk that was left open must not become somebody else's. */
@RequestScoped
public class OwnPassword {
    @Inject
    private Door door;

    @Inject
    private People people;

    /** Why it is not theirs, in words; empty when it is. Guessing is slowed down as at the door. */
    public Optional<String> whyNot(HttpServletRequest request, String present) {
        String name = SignedIn.in(request).orElseThrow().name();
        Door.Answer answer = door.ask(name, present, request.getRemoteAddr());
        if (answer.mustWait()) {
            return Optional.of("Not changed: too many wrong passwords, wait %s s."
                    .formatted(Long.toString(answer.delay().toSeconds() + 1)));
        }
        return answer.who().isPresent()
                ? Optional.empty()
                : Optional.of("Not changed: the present password is another.");
    }

    /** The session goes on with the password that was set. */
    public void remember(HttpServletRequest request) {
        String name = SignedIn.in(request).orElseThrow().name();
        people.standing(name)
                .ifPresent(standing -> new SignedIn(name, standing.password()).remember(request.getSession()));
    }
}
