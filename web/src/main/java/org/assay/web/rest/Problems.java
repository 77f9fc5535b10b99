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
import org.assay.web.shell.Requests;

/** Says every error in one way. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException known
                && known.getResponse().getStatus() < 400) {
            return known.getResponse();
        }
        return problem(thrown).numbered(Requests.id(request)).response();
    }

    private Problem problem(Throwable thrown) {
        if (thrown instanceof FundException refused) {
            return Problem.of(refused);
        }
        if (thrown instanceof PackRefused refused) {
            return Problem.of("The pack was refused", refused.failures());
        }
        if (thrown instanceof FileRefused refused) {
            return Problem.of("The file was refused", refused.failures());
        }
        if (thrown instanceof BooksBusy) {
            return Problem.plain(503, "Held by somebody else", "Nothing was changed. Ask again in a moment.");
        }
        if (thrown instanceof EJBAccessException) {
            return Problem.plain(403, "You hold no right at present", "Ask an administrator for one.");
        }
        if (thrown instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            return Problem.plain(status, known.getResponse().getStatusInfo().getReasonPhrase(), "See /openapi.");
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "request %s, %s".formatted(Requests.id(request), request.getRequestURI()),
                thrown);
        return Problem.plain(500, "Something went wrong on our side", "Nothing was changed. The developers must act.");
    }
}
