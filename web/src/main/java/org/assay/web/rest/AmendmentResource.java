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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.Amendment;
import org.assay.ejb.Amendments;
import org.assay.ejb.FileRefused;
import org.assay.pack.fund.Amending;
import org.assay.pack.table.Blank;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How what a fund stands on is changed: one asks, a second agrees. */
@Path("funds/{fund}/amendments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms")
public class AmendmentResource {
    private static final String REASON = "reason";

    @Inject
    private Amendments amendments;

    @PathParam("fund")
    private String fund;

    /**
     * A kind of change.
     *
     * @param columns of the file that asks for it
     */
    public record KindBody(String kind, List<Blank> columns) {}

    /**
     * A change that was asked for.
     *
     * @param content the file: a header, and a row for each thing that changes
     * @param word what the second person said, once there is one
     */
    public record AmendmentBody(
            long id,
            String kind,
            String content,
            Optional<LocalDate> firstDay,
            String reason,
            String askedBy,
            Instant askedAt,
            String status,
            Optional<StrikeBody.WordBody> word) {
        static AmendmentBody of(Amendment amendment) {
            return new AmendmentBody(
                    amendment.id(),
                    amendment.kind(),
                    amendment.content(),
                    amendment.firstDay(),
                    amendment.reason(),
                    amendment.askedBy(),
                    amendment.askedAt(),
                    amendment
                            .word()
                            .map(word -> word.act() == Amendment.Act.AGREE ? "Approved" : "Rejected")
                            .orElse("Review"),
                    amendment.word().map(word -> new StrikeBody.WordBody(word.by(), word.at(), word.reason())));
        }
    }

    @GET
    @Path("kinds")
    @Operation(summary = "The kinds of change that can be asked for, with the columns of their files")
    public List<KindBody> kinds() {
        return Amending.of(amendments.standing(fund, Optional.empty())).stream()
                .map(kind -> new KindBody(kind.kind(), kind.blanks()))
                .toList();
    }

    @GET
    @Operation(summary = "The changes that were asked for, decided or not, in the order they were asked for")
    public List<AmendmentBody> amendments(
            @Parameter(description = "2026-05-29T20:00:00Z: as they stood then; now when none is asked for")
                    @QueryParam("at")
                    Optional<String> at) {
        return amendments.of(fund, Asked.moment("at", at)).stream()
                .map(AmendmentBody::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Ask for a change: {kind, content, reason, request}. The content is a CSV file with a header; the request a"
                            + " key of the caller's, sent twice it is asked for once. Operators only.")
    @APIResponse(responseCode = "404", description = "NOT_THERE: no such fund or kind")
    @APIResponse(responseCode = "409", description = "DAY_CLOSED: its first day is struck already")
    @APIResponse(responseCode = "422", description = "Refused, with every failure by line and column")
    public AmendmentBody ask(String body) throws FileRefused {
        JsonObject said = Asked.object(body);
        return amendment(amendments.ask(
                fund,
                Asked.text(said, "kind"),
                said.getString("content", "").getBytes(StandardCharsets.UTF_8),
                Asked.text(said, REASON),
                Asked.text(said, "request")));
    }

    @POST
    @Path("{id}/agreement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree to it as the second person: {reason}. It counts from its first day. Approvers only.")
    @APIResponse(responseCode = "403", description = "Not an approver, or FOUR_EYES: who asked for it")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: decided already; DAY_CLOSED: struck meanwhile")
    public AmendmentBody agree(@PathParam("id") String id, String body) {
        int number = Asked.number("id", id);
        amendments.agree(fund, number, Asked.text(Asked.object(body), REASON));
        return amendment(number);
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject it, or take it back: {reason}")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: decided already")
    public AmendmentBody reject(@PathParam("id") String id, String body) {
        int number = Asked.number("id", id);
        amendments.reject(fund, number, Asked.text(Asked.object(body), REASON));
        return amendment(number);
    }

    private AmendmentBody amendment(long id) {
        return amendments.of(fund, Optional.empty()).stream()
                .filter(each -> each.id() == id)
                .map(AmendmentBody::of)
                .findFirst()
                .orElseThrow();
    }
}
