package org.assay.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assay.ejb.AccessLog;
import org.assay.ejb.Roles;
import org.assay.web.shell.Said;

/** The sign-in page. */
@Named
@RequestScoped
public class SignIn {
    @Inject
    private Door door;

    @Inject
    private AccessLog log;

    private String name = "";
    private String password = "";
    private String to = "";

    /** Whoever is in already goes on. */
    public void look() throws IOException {
        if (SignedIn.in(request()).isPresent()) {
            external().redirect(wanted().page());
        }
    }

    public void enter() throws IOException {
        HttpServletRequest request = request();
        Door.Answer answer = door.ask(name.strip(), password, request.getRemoteAddr());
        if (answer.mustWait()) {
            Said.no(
                    "signin",
                    "Too many wrong passwords for this name: wait %s, then try again."
                            .formatted(words(answer.delay())));
            return;
        }
        if (answer.who().isEmpty()) {
            Said.no(
                    "signin",
                    "Name and password do not belong together. After five tries each further one waits longer.");
            return;
        }
        Set<String> roles =
                door.stillKnown(answer.who().get()).map(Door.Known::roles).orElse(Set.of());
        if (roles.isEmpty()) {
            log.refused(name.strip(), "holds no right now");
            Said.no("signin", "You hold no right at present. An administrator asks for one, and another grants it.");
            return;
        }
        // A session id somebody planted before must not become that of a person.
        request.getSession(true);
        request.changeSessionId();
        answer.who().get().remember(request.getSession());
        boolean isToAdminister = wanted().page().equals(Wanted.START) && roles.contains(Roles.ADMINISTRATOR);
        external().redirect(isToAdminister ? Wanted.ADMIN : wanted().page());
    }

    public void leave() throws IOException {
        external().invalidateSession();
        external().redirect("signin.xhtml");
    }

    private static String words(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    private Wanted wanted() {
        return new Wanted(to);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = Optional.ofNullable(password).orElse("");
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Optional.ofNullable(to).orElse("");
    }
}
