package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.assay.ejb.Rolls;
import org.assay.kernel.nav.RolledDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plan against fills of one fund. */
@Path("funds/{fund}/rolls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rolls")
public class FundRollResource {
    @Inject
    private Rolls rolls;

    @PathParam("fund")
    private String fund;

    @GET
    @Operation(
            summary = "Plan against fills, day by day, of the last window each programme has begun: lots due, moved and"
                    + " done, cost against settlement, commission")
    @APIResponse(responseCode = "200", description = "The days in order; each is struck again")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public List<RolledDay> days(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return rolls.days(fund, Asked.moment("at", at));
    }
}
