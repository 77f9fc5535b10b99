package org.assay.web.price;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.assay.db.PriceProposal;
import org.assay.ejb.ManualPrices;
import org.assay.kernel.FundException;

/** What was attached to a manual price. Always saved and never shown: somebody else chose what is in it. */
@WebServlet("/evidence")
public class EvidenceDownload extends HttpServlet {
    @Inject
    private transient ManualPrices prices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PriceProposal.Attachment file =
                    prices.attachment(text(request, "fund"), Long.parseLong(text(request, "proposal")));
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(plain(file.name())));
            response.setContentLength(file.content().length);
            response.getOutputStream().write(file.content());
        } catch (FundException | NumberFormatException notThere) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Letters, digits and what names are joined with: nothing that ends a header. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
