package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.db.Person;
import org.assay.ejb.Administration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may sign in. */
@Path("people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class PeopleResource {
    @Inject
    private Administration administration;

    /**
     * @param addedBy left out of who was there before rights were granted
     * @param passwordSetAt left out of who has none
     */
    public record PersonBody(String name, Optional<String> addedBy, Instant addedAt, Optional<Instant> passwordSetAt) {
        static PersonBody of(Person person) {
            return new PersonBody(person.name(), person.addedBy(), person.addedAt(), person.passwordSetAt());
        }
    }

    @GET
    @Operation(summary = "Everybody, by name. Administrators only.")
    public List<PersonBody> people() {
        return administration.people().stream().map(PersonBody::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Add somebody: {name, password}. They may sign in, and nothing more until a right is granted; without a password, "
                            + "where the house has a provider that vouches for them. Administrators only.")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: the name is taken")
    public Response add(String body) {
        JsonObject said = Asked.object(body);
        administration.add(Asked.text(said, "name"), Optional.ofNullable(said.getString("password", null)));
        return Response.status(Response.Status.CREATED).entity(people()).build();
    }
}
