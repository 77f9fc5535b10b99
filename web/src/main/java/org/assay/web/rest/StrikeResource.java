package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.ejb.Approvals;
import org.assay.ejb.Desk;
import org.assay.ejb.Restrikes;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.trail.Trail;
import org.assay.pack.fund.FundFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** NAVs of a fund. */
@Path("funds/{fund}/strikes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "NAVs")
public class StrikeResource {
    @Inject
    private Desk desk;

    @Inject
    private Approvals approvals;

    @Inject
    private Restrikes restrikes;

    @PathParam("fund")
    private String fund;

    /** What an approver sends. */
    @Schema(description = "Which NAV was seen, and why it is approved")
    public record ApprovalBody(
            @Schema(description = "digest of the NAV the approver has seen")
            String result,

            String reason) {}

    @GET
    @Operation(summary = "NAVs of a range of days, both ends inclusive; the last quarter when none is asked for")
    public List<StrikeBody> strikes(
            @Parameter(description = "first day, 2026-03-01") @QueryParam("from") Optional<String> from,
            @Parameter(description = "last day, 2026-05-29") @QueryParam("to") Optional<String> to,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        FundFile terms = desk.fund(fund).terms();
        LocalDate end =
                to.map(text -> Asked.date("to", text)).orElseGet(() -> LocalDate.ofInstant(desk.now(), ZoneOffset.UTC));
        LocalDate start = from.map(text -> Asked.date("from", text)).orElseGet(() -> end.minusMonths(3));
        return desk.strikes(fund, start, end, Asked.moment("at", at)).stream()
                .map(head -> StrikeBody.of(head, terms))
                .toList();
    }

    @GET
    @Path("{date}")
    @Operation(summary = "A NAV, whole: struck again from the books, with the same digests")
    @APIResponse(responseCode = "200", description = "The NAV; ETag changes with its result and its status")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public Response nav(
            @PathParam("date") String date,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at,
            @Context Request request) {
        Optional<Instant> moment = Asked.moment("at", at);
        StrikeHead head = desk.head(fund, Asked.date("date", date), moment);
        EntityTag tag = new EntityTag(head.result() + "-" + head.status());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        return Response.ok(body(desk.struck(fund, head.date(), moment)))
                .tag(tag)
                .build();
    }

    @GET
    @Path("{date}/versions")
    @Operation(
            summary = "Every strike of a day by version and attempt: what counts, what it superseded, what is proposed")
    public List<StrikeBody> versions(
            @PathParam("date") String date, @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        FundFile terms = desk.fund(fund).terms();
        return desk.attempts(fund, Asked.date("date", date), Asked.moment("at", at)).stream()
                .map(head -> StrikeBody.of(head, terms))
                .toList();
    }

    @GET
    @Path("{date}/versions/{version}/{attempt}")
    @Operation(summary = "One strike of a day as it was, whatever became of it: struck again, with the same digests")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public NavBody version(
            @PathParam("date") String date,
            @PathParam("version") String version,
            @PathParam("attempt") String attempt) {
        return body(desk.struck(new StrikeId(
                fund, Asked.date("date", date), Asked.number("version", version), Asked.number("attempt", attempt))));
    }

    private static NavBody body(Desk.Struck struck) {
        return NavBody.of(
                StrikeBody.of(struck.head(), struck.nav().fund()), struck.nav().result());
    }

    @PUT
    @Path("{date}/attempts/{attempt}")
    @Operation(
            summary =
                    "Strike the last day again, or one that was refused, with all that is known now. Operators only. The"
                            + " number is one above the last, 1 for a day that was refused; sent twice it strikes once.")
    @APIResponse(responseCode = "200", description = "The NAV that counts now")
    @APIResponse(responseCode = "404", description = "NOT_THERE: neither struck nor refused")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: approved, followed by another day, or another number")
    public StrikeBody again(@PathParam("date") String date, @PathParam("attempt") String attempt) {
        LocalDate day = Asked.date("date", date);
        restrikes.again(fund, day, Asked.number("attempt", attempt));
        return asItStands(day);
    }

    @GET
    @Path("{date}/journal")
    @Operation(summary = "The entries of the day; debit is positive")
    public List<Entry> journal(
            @PathParam("date") String date, @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return desk.struck(fund, Asked.date("date", date), Asked.moment("at", at))
                .nav()
                .result()
                .entries();
    }

    @GET
    @Path("{date}/trail")
    @Operation(summary = "Why a figure is what it is, down to facts and prices")
    @APIResponse(responseCode = "422", description = "UNKNOWN_REFERENCE: the day has no such figure")
    public Trail trail(
            @PathParam("date") String date,
            @Parameter(description = "nav_per_share:A, net_assets, net_assets:A, account:1000, position:X, lot:ID")
                    @QueryParam("figure")
                    Optional<String> figure,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return desk.trail(fund, Asked.date("date", date), figure.orElse(""), Asked.moment("at", at));
    }

    @GET
    @Path("{date}/reports/{kind}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A report's bytes, made once for each status of the NAV")
    public Response report(@PathParam("date") String date, @PathParam("kind") String kind) {
        return Files.of(desk.report(fund, Asked.date("date", date), kind));
    }

    @POST
    @Path("{date}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve a NAV as the second person. Approvers only.")
    @APIResponse(responseCode = "200", description = "Approved; the NAV as it stands now")
    @APIResponse(responseCode = "403", description = "Not an approver, or FOUR_EYES: the approver had a part in it")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: held, approved already, or struck anew since")
    public StrikeBody approve(@PathParam("date") String date, String body) {
        LocalDate day = Asked.date("date", date);
        JsonObject said = Asked.object(body);
        approvals.approve(fund, day, Asked.text(said, "result"), Asked.text(said, "reason"));
        return asItStands(day);
    }

    @POST
    @Path("{date}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Send a NAV back as the second person: {result, reason}. It is held until it is struck again. Approvers"
                            + " only.")
    @APIResponse(responseCode = "200", description = "Sent back; the NAV as it stands now")
    @APIResponse(responseCode = "403", description = "Not an approver, or FOUR_EYES: the approver had a part in it")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: not in Review, or struck anew since")
    public StrikeBody sendBack(@PathParam("date") String date, String body) {
        LocalDate day = Asked.date("date", date);
        JsonObject said = Asked.object(body);
        approvals.sendBack(fund, day, Asked.text(said, "result"), Asked.text(said, "reason"));
        return asItStands(day);
    }

    /** What counts for a day now. */
    private StrikeBody asItStands(LocalDate day) {
        return StrikeBody.of(
                desk.head(fund, day, Optional.empty()), desk.fund(fund).terms());
    }
}
