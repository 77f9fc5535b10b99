package org.assay.web.shell;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assay.ejb.AccessLog;

/**
 * What is shown instead of what failed. A servlet and not a page of Faces: it must work when Faces is what failed, and
 * for the REST interface it speaks as that does.
 */
@WebServlet("/refusal")
public class RefusalPage extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(RefusalPage.class.getName());

    @Inject
    private transient AccessLog log;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width"/>
            <title>%1$s · Assay</title><link rel="icon" href="data:,"/>
            <link rel="stylesheet" href="%2$s/jakarta.faces.resource/theme.css.xhtml?ln=assay"/></head>
            <body class="door"><main class="card"><p class="brand">ASSAY</p>
            <h1>%1$s</h1><p>%3$s</p>
            <p>%6$s<a class="button main" href="%2$s/today.xhtml">Go to Today</a></p>
            <p class="soft">Status %4$s, number %5$s</p></main></body></html>
            """;

    private static final String NOW = "<a class=\"button\" href=\"%s/known?page=%s\">As known now</a> ";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .orElse(HttpServletResponse.SC_NOT_FOUND);
        Optional<Throwable> cause = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                .map(Throwable.class::cast);
        String uri = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse(request.getContextPath() + "/today.xhtml");
        if (cause.filter(RefusalPage::isExpired).isPresent()) {
            // The page was kept longer than the server remembers it; it is shown anew, or the sign-in page is.
            response.sendRedirect(uri);
            return;
        }
        String id = Requests.id(request);
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            log.refusedByServer(Optional.ofNullable(request.getRemoteUser()).orElse(""), "no right at present");
        }
        cause.ifPresent(thrown -> LOG.log(System.Logger.Level.ERROR, "request %s, %s".formatted(id, uri), thrown));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setStatus(status);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (uri.startsWith(request.getContextPath() + "/api")) {
            problem(response, status, id);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            Optional<NotThen> notThen =
                    Optional.ofNullable(request.getAttribute(NotThen.ATTRIBUTE)).map(NotThen.class::cast);
            Refusal refusal = notThen.map(Refusal::of).orElseGet(() -> Refusal.of(status));
            String now = notThen.map(then -> NOW.formatted(request.getContextPath(), then.page()))
                    .orElse("");
            response.getWriter()
                    .write(PAGE.formatted(
                            refusal.title(),
                            request.getContextPath(),
                            refusal.next(),
                            Integer.toString(status),
                            id,
                            now));
        }
    }

    private static void problem(HttpServletResponse response, int status, String id) throws IOException {
        response.setContentType("application/problem+json");
        Refusal refusal = Refusal.of(status);
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", refusal.title())
                        .add("status", status)
                        .add("detail", refusal.next())
                        .add("instance", id)
                        .build()
                        .toString());
    }

    private static boolean isExpired(Throwable thrown) {
        return thrown instanceof ViewExpiredException
                || Optional.ofNullable(thrown.getCause())
                        .filter(RefusalPage::isExpired)
                        .isPresent();
    }
}
