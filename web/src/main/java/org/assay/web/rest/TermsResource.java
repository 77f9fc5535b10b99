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
import org.assay.ejb.Amendments;
import org.assay.kernel.instrument.Instrument;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.Identifier;
import org.assay.pack.fund.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a fund stands on. */
@Path("funds/{fund}/terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms")
public class TermsResource {
    @Inject
    private Amendments amendments;

    @PathParam("fund")
    private String fund;

    /**
     * What a fund stands on.
     *
     * @param terms fund.json as text, in the layout of the pack
     */
    public record StandingBody(
            String fund,
            String terms,
            List<Instrument> instruments,
            List<Identifier> identifiers,
            List<CalendarDay> calendarDays) {}

    @GET
    @Operation(summary = "The terms, instruments and calendars of a fund")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public StandingBody terms(
            @Parameter(description = "2026-05-29T20:00:00Z: as agreed then; as agreed now when none is asked for")
                    @QueryParam("at")
                    Optional<String> at) {
        Standing standing = amendments.standing(fund, Asked.moment("at", at));
        return new StandingBody(
                fund,
                FundTables.json(standing.terms()),
                List.copyOf(standing.instruments().values()),
                standing.identifiers(),
                standing.calendarDays());
    }
}
