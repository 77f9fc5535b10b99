package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.db.LotPage;
import org.assay.db.LotsWanted;
import org.assay.db.LotsWanted.Order;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.FundBooks;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Lot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open lots of a fund. */
@Path("funds/{fund}/lots")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Funds")
public class LotResource {
    private static final int LARGEST = 5_000;

    @Inject
    private Desk desk;

    @Inject
    private FundBooks books;

    @PathParam("fund")
    private String fund;

    /**
     * A page of lots.
     *
     * @param date of the close
     * @param count of all lots that were asked for
     * @param next where the page after this one is; left out of the last
     */
    public record LotsBody(
            String fund, LocalDate date, int page, int size, long count, Optional<URI> next, List<Lot> lots) {}

    @GET
    @Operation(
            summary = "Lots open at a close, page by page",
            description = "The next page is named in the field next and in the header Link.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lots",
            content = @Content(schema = @Schema(implementation = LotsBody.class)))
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public Response lots(
            @Parameter(description = "2026-05-29; the last NAV when none is asked for") @QueryParam("date")
                    Optional<String> date,
            @Parameter(description = "A part of the lot's, the instrument's or the place's name") @QueryParam("lot")
                    Optional<String> text,
            @Parameter(
                            description =
                                    "fifo, instrument, location, opened, quantity, cost, unrealised; -cost: the largest first")
                    @DefaultValue("fifo")
                    @QueryParam("sort")
                    String sort,
            @DefaultValue("1") @QueryParam("page") String page,
            @Parameter(description = "1 to 5000") @DefaultValue("100") @QueryParam("size") String size,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at,
            @Context UriInfo here) {
        Optional<Instant> moment = Asked.moment("at", at);
        LocalDate day = date.map(given -> Asked.date("date", given)).orElseGet(() -> last(moment));
        int number = Asked.number("page", page);
        int rows = Math.max(1, Asked.number("size", size, LARGEST));
        LotsWanted wanted = new LotsWanted(text.orElse(""), order(sort), sort.startsWith("-"));
        LotPage lots = books.lots(fund, day, wanted, (number - 1L) * rows, rows, moment);
        Optional<URI> next = (long) number * rows < lots.count()
                ? Optional.of(here.getRequestUriBuilder()
                        .replaceQueryParam("page", number + 1)
                        .build())
                : Optional.empty();
        Response.ResponseBuilder answer =
                Response.ok(new LotsBody(fund, day, number, rows, lots.count(), next, lots.lots()));
        next.ifPresent(uri -> answer.link(uri, "next"));
        return answer.build();
    }

    private LocalDate last(Optional<Instant> at) {
        return desk.last(fund, at)
                .map(StrikeHead::date)
                .orElseThrow(() -> new FundException(ErrorCode.NOT_THERE, fund, "fund", fund, "a fund that has a NAV"));
    }

    private static Order order(String sort) {
        String name = sort.replaceFirst("^-", "");
        return Arrays.stream(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Asked.refused(
                        "sort",
                        sort,
                        "one of %s, with a minus before it for the largest first"
                                .formatted(Arrays.toString(Order.values()).toLowerCase(Locale.ROOT))));
    }
}
