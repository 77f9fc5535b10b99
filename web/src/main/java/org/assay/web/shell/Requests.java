package org.assay.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assay.ejb.AccessLog;

/**
 * Gives every request a number, before anybody asks who sends it: what is refused at the door bears one too. A number that a
 * caller sends is kept, so that both can look for the same one.
 */
@WebListener
public class Requests implements ServletRequestListener {
    /** The header a caller may send, and that every answer has. */
    public static final String HEADER = "X-Request-Id";

    /** It goes into a log and into an answer, so it is no text. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    private AccessLog log;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        String id = id(Optional.ofNullable(request.getHeader(HEADER)));
        request.setAttribute(HEADER, id);
        String what = request.getMethod() + " " + request.getRequestURI();
        log.begin(new AccessLog.Origin(id, request.getRemoteAddr(), what));
    }

    /** What was sent, when it is sane; one of ours otherwise. */
    static String id(Optional<String> sent) {
        return sent.filter(text -> SANE.matcher(text).matches())
                .orElseGet(() -> UUID.randomUUID().toString().substring(0, 8));
    }

    /** The number of a request. */
    public static String id(HttpServletRequest request) {
        return request.getAttribute(HEADER).toString();
    }
}
