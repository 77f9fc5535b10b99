package org.assay.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From the fields of the switch to the page with the moment in its address, or without one. A moment that is none is left as
 * it was typed: the page says by the field what was expected.
 */
@WebServlet("/known")
public class KnownSwitch extends HttpServlet {
    /** Nobody else's address: a link to us must not lead away. */
    private static final Pattern PAGE = Pattern.compile("[a-z]+\\.xhtml(\\?[\\x21-\\x7e]*)?");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = Optional.of(text(request, "page"))
                .filter(PAGE.asMatchPredicate())
                .orElse("today.xhtml");
        String date = text(request, "date");
        String known = date.isEmpty() ? "" : known(date, text(request, "time"), text(request, "zone"));
        response.sendRedirect(
                known.isEmpty() ? page : "%s%sknown=%s".formatted(page, page.contains("?") ? "&" : "?", known));
    }

    /** {@code 2026-05-05T20:00:00Z}, or what was typed. */
    static String known(String date, String time, String zone) {
        try {
            LocalDateTime local = LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time));
            // An hour that a change of clocks leaves out was never; of one that came twice, the first counts.
            for (ZoneOffset offset : ZoneId.of(zone).getRules().getValidOffsets(local)) {
                return local.toInstant(offset).toString();
            }
        } catch (DateTimeException notMoment) {
            return typed(date, time, zone);
        }
        return typed(date, time, zone);
    }

    private static String typed(String date, String time, String zone) {
        return URLEncoder.encode("%s %s %s".formatted(date, time, zone), StandardCharsets.UTF_8);
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
