package org.assay.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Leads a person to the provider, and remembers that it did. */
@WebServlet("/" + ToProvider.ADDRESS)
public class ToProvider extends HttpServlet {
    static final String ADDRESS = "provider";

    @Inject
    private transient Provider provider;

    @Inject
    private transient Door door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wanted wanted =
                new Wanted(Optional.ofNullable(request.getParameter("to")).orElse(""));
        if (SignedIn.in(request).isPresent()) {
            response.sendRedirect(wanted.page());
            return;
        }
        if (provider.host().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // By the address the person knows us by, and the provider does: it sends nobody to one it was not told of.
        URI back = URI.create(request.getRequestURL().toString())
                .resolve(request.getContextPath() + "/" + FromProvider.ADDRESS);
        Begun begun = Begun.now(back, wanted);
        try {
            URI there = provider.ask(begun);
            begun.remember(request.getSession(true));
            response.sendRedirect(there.toString());
        } catch (NotLetIn no) {
            FromProvider.say(request, door.refused("", no));
            response.sendRedirect(wanted.signInAddress());
        }
    }
}
