package org.assay.web.strike;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.assay.db.ReportFile;
import org.assay.ejb.Desk;
import org.assay.ejb.ReportOrders;
import org.assay.kernel.FundException;

/** A report for whoever is signed in; the REST interface does not know the session. */
@WebServlet("/report")
public class ReportDownload extends HttpServlet {
    @Inject
    private transient Desk desk;

    @Inject
    private transient ReportOrders orders;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ReportFile file = file(request);
            response.setContentType(file.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.fileName()));
            byte[] content = file.content();
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        } catch (FundException | DateTimeParseException notThere) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The one that was made with these bytes, or the one of a NAV as it stands. */
    private ReportFile file(HttpServletRequest request) {
        String fund = text(request, "fund");
        String sha256 = text(request, "sha256");
        return sha256.isEmpty()
                ? desk.report(fund, LocalDate.parse(text(request, "date")), text(request, "kind"))
                : orders.file(fund, sha256);
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
