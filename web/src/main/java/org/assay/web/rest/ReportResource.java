package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assay.db.KeptReport;
import org.assay.db.OwedReport;
import org.assay.db.ReportOrder;
import org.assay.db.ReportPage;
import org.assay.db.ReportsWanted;
import org.assay.ejb.ReportOrders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports that are kept, and orders of those of many days. The report of one NAV is asked for at the NAV. */
@Path("funds/{fund}/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ReportResource {
    private static final int LARGEST = 1_000;

    @Inject
    private ReportOrders orders;

    @PathParam("fund")
    private String fund;

    /**
     * A page of reports.
     *
     * @param count of all that were asked for
     * @param next where the page after this one is; left out of the last
     */
    public record ReportsBody(
            String fund, int page, int size, long count, Optional<URI> next, List<KeptReport> reports) {}

    @GET
    @Operation(
            summary = "Reports that are kept, the last day first, page by page",
            description = "Each with the SHA-256 of its bytes, what it was made of and by which program.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content = @Content(schema = @Schema(implementation = ReportsBody.class)))
    public Response reports(
            @Parameter(description = "nav-pack, workbook and so on; all when none is asked for") @QueryParam("kind")
                    Optional<String> kind,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @DefaultValue("1") @QueryParam("page") String page,
            @Parameter(description = "1 to 1000") @DefaultValue("100") @QueryParam("size") String size,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at,
            @Context UriInfo here) {
        int number = Asked.number("page", page);
        int rows = Math.max(1, Asked.number("size", size, LARGEST));
        ReportsWanted wanted = new ReportsWanted(
                kind,
                from.map(day -> Asked.date("from", day)),
                to.map(day -> Asked.date("to", day)),
                ReportsWanted.Order.DAY,
                true);
        ReportPage kept = orders.kept(fund, wanted, (number - 1L) * rows, rows, Asked.moment("at", at));
        Optional<URI> next = (long) number * rows < kept.count()
                ? Optional.of(here.getRequestUriBuilder()
                        .replaceQueryParam("page", number + 1)
                        .build())
                : Optional.empty();
        Response.ResponseBuilder answer =
                Response.ok(new ReportsBody(fund, number, rows, kept.count(), next, kept.reports()));
        next.ifPresent(uri -> answer.link(uri, "next"));
        return answer.build();
    }

    @GET
    @Path("{sha256}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes of a report as it was made, whatever became of its NAV since")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public Response file(@PathParam("sha256") String sha256) {
        return Files.of(orders.file(fund, sha256));
    }

    @GET
    @Path("orders")
    @Operation(summary = "The orders of reports, the last first, and how many of each are left to make")
    public List<ReportOrder> orders(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return orders.orders(fund, Asked.moment("at", at));
    }

    @GET
    @Path("owed")
    @Operation(summary = "The reports that are to be made, by day; of one that failed, why")
    public List<OwedReport> owed() {
        return orders.owed(fund);
    }

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Order the reports of the days struck in a range: {from, to, kinds, request}. The request is a key of the"
                            + " caller's; sent twice it orders once. Those that are made already are not made again.")
    @APIResponse(responseCode = "404", description = "NOT_THERE: a fund, a report or days there are none of")
    public List<ReportOrder> order(String body) {
        JsonObject said = Asked.object(body);
        orders.order(
                fund,
                Asked.date("from", Asked.text(said, "from")),
                Asked.date("to", Asked.text(said, "to")),
                kinds(said),
                Asked.text(said, "request"));
        return orders.orders(fund, Optional.empty());
    }

    private static List<String> kinds(JsonObject said) {
        if (said.getOrDefault("kinds", JsonValue.NULL) instanceof JsonArray array
                && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw Asked.refused("kinds", said.toString(), "a list of reports, [\"nav-pack\", \"workbook\"]");
    }
}
