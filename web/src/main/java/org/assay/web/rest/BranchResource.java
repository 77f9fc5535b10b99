package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.ejb.Corrections;
import org.assay.ejb.Desk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Restatements: what was learned late, replayed beside what counts until a second person approves. */
@Path("funds/{fund}/branches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class BranchResource {
    private static final String REASON = "reason";

    @Inject
    private Corrections corrections;

    @Inject
    private Desk desk;

    @PathParam("fund")
    private String fund;

    @GET
    @Operation(summary = "The branches of a fund, in the order they were opened")
    public List<BranchBody> branches(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return corrections.branches(fund, Asked.moment("at", at)).stream()
                .map(BranchBody::of)
                .toList();
    }

    @GET
    @Path("{branch}")
    @Operation(summary = "A branch with what it changes, by day, class and fee")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public BranchBody.Compared branch(
            @PathParam("branch") String branch,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return compared(Asked.number("branch", branch), Asked.moment("at", at));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Open a branch by hand: {from, reason, request}. The request is a key of the caller's; sent twice it"
                            + " opens once. Operators only. Facts and prices that arrive late open theirs by themselves.")
    @APIResponse(responseCode = "404", description = "NOT_THERE: a day that is not struck")
    public BranchBody open(String body) {
        JsonObject said = Asked.object(body);
        return BranchBody.of(corrections.open(
                fund,
                Asked.date("from", Asked.text(said, "from")),
                Asked.text(said, REASON),
                Asked.text(said, "request")));
    }

    @POST
    @Path("{branch}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Make its strikes count, as the second person: {result, reason}, with the digest of the last NAV on"
                            + " it. Approvers only.")
    @APIResponse(responseCode = "403", description = "Not an approver, or FOUR_EYES: the approver had a part in it")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: still being struck, held, decided, or another result")
    public BranchBody.Compared approve(@PathParam("branch") String branch, String body) {
        JsonObject said = Asked.object(body);
        int id = Asked.number("branch", branch);
        corrections.approve(fund, id, Asked.text(said, "result"), Asked.text(said, REASON));
        return compared(id, Optional.empty());
    }

    @POST
    @Path("{branch}/abandonment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give it up: {reason}. What it was to book is booked in the next open day.")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: decided already")
    public BranchBody.Compared abandon(@PathParam("branch") String branch, String body) {
        int id = Asked.number("branch", branch);
        corrections.abandon(fund, id, Asked.text(Asked.object(body), REASON));
        return compared(id, Optional.empty());
    }

    private BranchBody.Compared compared(int id, Optional<Instant> at) {
        return BranchBody.of(
                corrections.restatement(fund, id, at), desk.fund(fund).terms());
    }
}
