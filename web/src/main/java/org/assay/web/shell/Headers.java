package org.assay.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the browser what a page of ours never does, and who asks what number their request has. */
@WebFilter("/*")
public class Headers extends HttpFilter {
    private static final long LARGEST_FORM = 1L << 20;

    /** Each has a limit of its own, and looks at who sends before it reads. */
    private static final Set<String> TAKES_FILES = Set.of("/api", "/bring");

    private static final String PARTS = "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'";

    /** For a year from each answer. Of names below this host others decide. */
    private static final String ONLY_BY_TLS = "max-age=31536000";

    /** PrimeFaces tells which scripts run, in a policy of its own with a nonce for each page; a browser keeps both. */
    private static final String PAGE = PARTS;

    private static final String OTHER = "default-src 'none'; " + PARTS;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        response.setHeader(Requests.HEADER, Requests.id(request));
        response.setHeader("Content-Security-Policy", path.endsWith(".xhtml") ? PAGE : OTHER);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONLY_BY_TLS);
        }
        if (!path.startsWith("/jakarta.faces.resource")) {
            // Figures of a fund do not stay in a browser that others use after.
            response.setHeader("Cache-Control", "no-store");
        }
        if (!TAKES_FILES.contains(path) && isTooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (hasNul(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    /** No text of ours has the character 0, and the database takes none. */
    private static boolean hasNul(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return query.contains("%00")
                || request.getRequestURI().contains("%00")
                || (!TAKES_FILES.contains(request.getServletPath())
                        && request.getMethod().equals("POST")
                        && request.getParameterMap().values().stream()
                                .flatMap(Stream::of)
                                .anyMatch(text -> text.indexOf('\0') >= 0));
    }

    /** The server takes packs of a fund; a form is small, and somebody who is not signed in can send one. */
    private static boolean isTooLarge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return request.getMethod().equals("POST") && (length < 0 || length > LARGEST_FORM);
    }
}
