package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.ejb.Desk;
import org.assay.ejb.Rolls;
import org.assay.kernel.nav.RollOutlook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rolls of all funds. */
@Path("rolls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rolls")
public class RollResource {
    @Inject
    private Desk desk;

    @Inject
    private Rolls rolls;

    /** A fund, and how its rolls stand at its last NAV. */
    public record FundRolls(String fund, RollOutlook outlook) {}

    @GET
    @Operation(
            summary =
                    "How the rolls of every fund stand at its last NAV: plans, deadlines of open contracts, coming days",
            description = "A fund that knows no future is left out.")
    public List<FundRolls> rolls(
            @Parameter(description = "Of this fund alone") @QueryParam("fund") Optional<String> fund,
            @Parameter(description = "Of this chain alone, ILL-H100") @QueryParam("root") Optional<String> root,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        Optional<Instant> moment = Asked.moment("at", at);
        List<String> funds = fund.map(List::of)
                .orElseGet(() -> desk.round(moment).funds().stream()
                        .map(progress -> progress.fund().id())
                        .toList());
        return funds.stream()
                .flatMap(id -> rolls.outlook(id, moment).stream().map(outlook -> new FundRolls(id, outlook)))
                .map(each -> root.map(chain ->
                                new FundRolls(each.fund(), each.outlook().of(chain)))
                        .orElse(each))
                .toList();
    }
}
