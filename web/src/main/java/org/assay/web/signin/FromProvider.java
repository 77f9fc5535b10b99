package org.assay.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the provider sends a person back to. They are let in, or told on the sign-in page why not. */
@WebServlet("/" + FromProvider.ADDRESS)
public class FromProvider extends HttpServlet {
    static final String ADDRESS = "provider/answer";

    private static final String WORDS = FromProvider.class.getName();

    @Inject
    private transient Door door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Begun> begun = Begun.take(request);
        Wanted wanted = new Wanted(begun.map(Begun::to).orElse(""));
        try {
            response.sendRedirect(ours(request, letIn(request, begun, wanted)));
        } catch (NotLetIn no) {
            say(request, no);
            response.sendRedirect(ours(request, wanted.signInAddress()));
        }
    }

    private String letIn(HttpServletRequest request, Optional<Begun> begun, Wanted wanted) throws NotLetIn {
        if (begun.isEmpty()) {
            throw door.refused(
                    "",
                    new NotLetIn(
                            "This sign-in was not begun in this browser, or it was used before. Begin it again.",
                            "no sign-in was begun with the state that came back"));
        }
        Map<String, List<String>> answer = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> answer.put(name, List.of(values)));
        return door.letIn(request, door.vouchedFor(begun.get(), answer, request.getRemoteAddr()), wanted);
    }

    private static String ours(HttpServletRequest request, String page) {
        return request.getContextPath() + "/" + page;
    }

    /** What the sign-in page says next, once. */
    static void say(HttpServletRequest request, NotLetIn no) {
        request.getSession(true).setAttribute(WORDS, no.getMessage());
    }

    static Optional<String> takeWords(HttpServletRequest request) {
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<String> words =
                session.map(memory -> memory.getAttribute(WORDS)).map(Object::toString);
        words.ifPresent(said -> session.orElseThrow().removeAttribute(WORDS));
        return words;
    }
}
