package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.assay.db.chain.ChainState;
import org.assay.ejb.Desk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The heads of the chains over the books. */
@Path("chain")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chain")
public class ChainResource {
    @Inject
    private Desk desk;

    @GET
    @Operation(
            summary =
                    "The last link of every fund's chain: who keeps it can tell later that nothing before it was changed")
    public ChainState chain(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return desk.chain(Asked.moment("at", at));
    }
}
