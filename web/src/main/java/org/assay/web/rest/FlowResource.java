package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assay.db.FlowLine;
import org.assay.ejb.Desk;
import org.assay.ejb.FundBooks;
import org.assay.kernel.money.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Capital of a fund by day. */
@Path("funds/{fund}/flows")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Funds")
public class FlowResource {
    @Inject
    private Desk desk;

    @Inject
    private FundBooks books;

    @PathParam("fund")
    private String fund;

    /**
     * Capital of a class on a day.
     *
     * @param date at whose open it entered or left; it was dealt at the NAV before
     * @param redeemed above zero
     */
    public record FlowBody(
            LocalDate date,
            @JsonbProperty("class") String shareClass,
            String currency,
            String subscribed,
            String redeemed) {
        static FlowBody of(FlowLine line, Currency base) {
            return new FlowBody(
                    line.date(),
                    line.shareClass(),
                    base.code(),
                    StrikeBody.figure(line.subscribed(), base.decimals()),
                    StrikeBody.figure(line.redeemed(), base.decimals()));
        }
    }

    @GET
    @Operation(
            summary =
                    "Subscriptions and redemptions by day and class of a range of days, both ends inclusive; the last quarter"
                            + " when none is asked for")
    @APIResponse(responseCode = "200", description = "Days without any are left out")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public List<FlowBody> flows(
            @Parameter(description = "first day, 2026-03-01") @QueryParam("from") Optional<String> from,
            @Parameter(description = "last day, 2026-05-29") @QueryParam("to") Optional<String> to,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        Currency base = desk.fund(fund).terms().base();
        LocalDate end =
                to.map(text -> Asked.date("to", text)).orElseGet(() -> LocalDate.ofInstant(desk.now(), ZoneOffset.UTC));
        LocalDate start = from.map(text -> Asked.date("from", text)).orElseGet(() -> end.minusMonths(3));
        return books.flows(fund, start, end, Asked.moment("at", at)).stream()
                .map(line -> FlowBody.of(line, base))
                .toList();
    }
}
