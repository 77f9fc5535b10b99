package org.assay.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.assay.web.shell.Said;

/** The sign-in page. */
@Named
@RequestScoped
public class SignIn {
    @Inject
    private Door door;

    @Inject
    private Provider provider;

    private String name = "";
    private String password = "";
    private String to = "";

    /** Whoever is in already goes on; who comes back from the provider and is not is told why. */
    public void look() throws IOException {
        if (SignedIn.in(request()).isPresent()) {
            external().redirect(wanted().page());
            return;
        }
        FromProvider.takeWords(request()).ifPresent(words -> Said.no("signin", words));
    }

    public void enter() throws IOException {
        HttpServletRequest request = request();
        Door.Answer answer = door.ask(name.strip(), password, request.getRemoteAddr());
        if (answer.mustWait()) {
            Said.no(
                    "signin",
                    "Too many wrong passwords for this name: wait %s, then try again."
                            .formatted(Throttle.words(answer.delay())));
            return;
        }
        if (answer.who().isEmpty()) {
            Said.no(
                    "signin",
                    "Name and password do not belong together. After five tries each further one waits longer.");
            return;
        }
        try {
            external().redirect(door.letIn(request, answer.who().get(), wanted()));
        } catch (NotLetIn no) {
            Said.no("signin", no.getMessage());
        }
    }

    public void leave() throws IOException {
        external().invalidateSession();
        external().redirect("signin.xhtml");
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

    /** Who vouches for people, by the name of the host; empty where nobody does. */
    public String getProvider() {
        return provider.host().orElse("");
    }

    public boolean isByPassword() {
        return !provider.isOnly();
    }

    /** Where a person goes who is vouched for. */
    public String getToProvider() {
        return wanted().by(ToProvider.ADDRESS);
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
