package org.assay.web.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.assay.db.BooksBusy;
import org.assay.ejb.FileRefused;
import org.assay.ejb.PackRefused;
import org.assay.kernel.FundException;
import org.assay.web.shell.Headers;

/** Says every error in one way. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof FundException refused) {
            return Problem.of(refused).response();
        }
        if (thrown instanceof PackRefused refused) {
            return Problem.of("The pack was refused", refused.failures()).response();
        }
        if (thrown instanceof FileRefused refused) {
            return Problem.of("The file was refused", refused.failures()).response();
        }
        if (thrown instanceof BooksBusy) {
            return Problem.plain(503, "Held by somebody else", "Nothing was changed. Ask again in a moment.")
                    .response();
        }
        if (thrown instanceof EJBAccessException) {
            return Problem.plain(
                            403,
                            "Your role may not do this",
                            "Ask a colleague who may: an operator brings, an approver signs.")
                    .response();
        }
        if (thrown instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            return status < 400
                    ? known.getResponse()
                    : Problem.plain(status, known.getResponse().getStatusInfo().getReasonPhrase(), "See /openapi.")
                            .response();
        }
        String id = Headers.id(request);
        LOG.log(System.Logger.Level.ERROR, "request %s, %s".formatted(id, request.getRequestURI()), thrown);
        return Problem.plain(500, "Something went wrong on our side", "Nothing was changed. The developers must act.")
                .numbered(id)
                .response();
    }
}
