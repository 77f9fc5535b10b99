package org.assay.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page somebody wanted before they had to sign in.
 *
 * @param page one of ours with its query; anything else becomes the start page, so that a link cannot lead elsewhere
 */
record Wanted(String page) {
    static final String START = "today.xhtml";
    /** Where an administrator starts, who sees no fund. */
    static final String ADMIN = "admin.xhtml";

    private static final String SIGN_IN = "signin.xhtml";
    private static final Pattern OURS = Pattern.compile("[a-z]+\\.xhtml(\\?[A-Za-z0-9=&%._:+~-]*)?");

    Wanted {
        if (!OURS.matcher(page).matches() || page.startsWith(SIGN_IN)) {
            page = START;
        }
    }

    static Wanted of(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean isPage = request.getMethod().equals("GET") && path.startsWith("/");
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return new Wanted(isPage ? path.substring(1) + query : START);
    }

    String signInAddress() {
        return by(SIGN_IN);
    }

    /** An address of ours that leads on to it. */
    String by(String address) {
        return page.equals(START) ? address : address + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
