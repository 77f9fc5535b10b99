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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.db.Grant;
import org.assay.db.Person;
import org.assay.ejb.Administration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may what: asked for by one administrator, granted by another, ended by any. */
@Path("rights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class RightResource {
    private static final String REASON = "reason";

    @Inject
    private Administration administration;

    /**
     * A right that was asked for, and what became of it.
     *
     * @param fund left out for all funds
     * @param from first day, in UTC
     * @param until last day; left out for no end
     * @param state WAITING, REFUSED, COMING, HOLDS, OVER or ENDED
     */
    public record RightBody(
            long id,
            String person,
            String role,
            Optional<String> fund,
            LocalDate from,
            Optional<LocalDate> until,
            String state,
            WordBody asked,
            Optional<WordBody> decided,
            Optional<WordBody> ended) {
        static RightBody of(Grant grant) {
            return new RightBody(
                    grant.id(),
                    grant.asked().person(),
                    grant.asked().role().name(),
                    grant.asked().fund(),
                    grant.asked().from(),
                    grant.asked().until(),
                    grant.state().name(),
                    WordBody.of(grant.askedWord()),
                    grant.decided().map(WordBody::of),
                    grant.ended().map(WordBody::of));
        }
    }

    /** Who said something, when and why. */
    public record WordBody(String by, Instant at, String reason) {
        static WordBody of(Grant.Word word) {
            return new WordBody(word.by(), word.at(), word.reason());
        }
    }

    @GET
    @Operation(summary = "Every right that was ever asked for, and what became of it. Administrators only.")
    public List<RightBody> rights() {
        return administration.grants().stream().map(RightBody::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Ask for a right: {person, role, fund, from, until, reason}; without fund for all, without until for no end."
                            + " Another administrator decides.")
    @APIResponse(responseCode = "201", description = "It waits")
    @APIResponse(
            responseCode = "409",
            description = "RIGHTS_CONFLICT: the person holds a right that keeps them from it")
    public Response ask(String body) {
        JsonObject said = Asked.object(body);
        Grant.Asked asked = new Grant.Asked(
                Asked.text(said, "person"),
                role(Asked.text(said, "role")),
                given(said, "fund"),
                Asked.date("from", Asked.text(said, "from")),
                given(said, "until").map(day -> Asked.date("until", day)));
        long id = administration.ask(asked, Asked.text(said, REASON));
        return Response.status(Response.Status.CREATED).entity(one(id)).build();
    }

    @POST
    @Path("{right}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Grant it or refuse it: {act, reason}; act is APPROVE or REFUSE")
    @APIResponse(responseCode = "403", description = "FOUR_EYES: who asked for it or gets it does not grant it")
    @APIResponse(responseCode = "409", description = "RIGHTS_CONFLICT, or NOT_OPEN: decided before")
    public RightBody decide(@PathParam("right") String right, String body) {
        JsonObject said = Asked.object(body);
        int id = Asked.number("right", right);
        String act = Asked.text(said, "act");
        administration.decide(
                id,
                Arrays.stream(Grant.Act.values())
                        .filter(each -> each.name().equals(act))
                        .findFirst()
                        .orElseThrow(() -> Asked.refused("act", act, "APPROVE or REFUSE")),
                Asked.text(said, REASON));
        return one(id);
    }

    @POST
    @Path("{right}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End it at once: {reason}")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: not granted, ended before, or the last administrator's")
    public RightBody end(@PathParam("right") String right, String body) {
        int id = Asked.number("right", right);
        administration.end(id, Asked.text(Asked.object(body), REASON));
        return one(id);
    }

    private RightBody one(long id) {
        return administration.grants().stream()
                .filter(grant -> grant.id() == id)
                .map(RightBody::of)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> given(JsonObject said, String field) {
        return said.containsKey(field) ? Optional.of(Asked.text(said, field)) : Optional.empty();
    }

    private static Person.Role role(String name) {
        return Arrays.stream(Person.Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Asked.refused("role", name, "one of " + Arrays.toString(Person.Role.values())));
    }
}
