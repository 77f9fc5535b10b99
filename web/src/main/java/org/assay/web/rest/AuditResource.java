package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.db.AuditEvent;
import org.assay.ejb.Audit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, when and why. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    private static final int LONGEST = 1_000;
    private static final int FURTHEST = 9_999;

    @Inject
    private Audit audit;

    @GET
    @Operation(
            summary =
                    "Events, the last first: of a fund, a person, a kind, between two moments; skip so many, at most so many")
    public List<AuditEvent> events(
            @QueryParam("fund") Optional<String> fund,
            @QueryParam("who") Optional<String> who,
            @QueryParam("act") Optional<String> act,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @DefaultValue("0") @QueryParam("skip") String skip,
            @DefaultValue("100") @QueryParam("limit") String limit,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        AuditEvent.Wanted wanted = new AuditEvent.Wanted(
                fund, who, act.map(AuditResource::act), Asked.moment("from", from), Asked.moment("to", to));
        return audit.events(
                wanted,
                Asked.number("skip", skip, FURTHEST),
                Asked.number("limit", limit, LONGEST),
                Asked.moment("at", at));
    }

    private static AuditEvent.Act act(String name) {
        return Arrays.stream(AuditEvent.Act.values())
                .filter(act -> act.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Asked.refused("act", name, "one of " + Arrays.toString(AuditEvent.Act.values())));
    }
}
