package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.assay.ejb.Desk;
import org.assay.ejb.Onboarding;
import org.assay.ejb.PackRefused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Funds. */
@Path("funds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Funds")
public class FundResource {
    private static final long LARGEST = 64L << 20;

    @Inject
    private Desk desk;

    @Inject
    private Onboarding onboarding;

    /** @param isNew false when the same pack was brought before */
    public record Brought(
            String fund,

            @jakarta.json.bind.annotation.JsonbProperty("new")
            boolean isNew) {}

    @GET
    @Operation(summary = "Every fund and how far it has come")
    public List<FundBody> funds(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return desk.round(Asked.moment("at", at)).funds().stream()
                .map(FundBody::of)
                .toList();
    }

    @GET
    @Path("{fund}")
    @Operation(summary = "A fund")
    @APIResponse(responseCode = "200", description = "The fund")
    @APIResponse(responseCode = "404", description = "NOT_THERE")
    public FundBody fund(
            @PathParam("fund") String fund, @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return FundBody.of(desk.progress(fund, Asked.moment("at", at)));
    }

    @POST
    @Consumes("application/zip")
    @Operation(summary = "Bring a fund by its pack, a zip of at most 64 MB: all of it or nothing. Operators only.")
    @APIResponse(
            responseCode = "201",
            description = "It is here now",
            content = @Content(schema = @Schema(implementation = Brought.class)))
    @APIResponse(responseCode = "200", description = "It was here already, with the same pack")
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "409", description = "FUND_EXISTS: it is here with another pack")
    @APIResponse(responseCode = "422", description = "Refused, with every failure by file, line and column")
    public Response bring(InputStream body, @Context UriInfo here) throws IOException, PackRefused {
        java.nio.file.Path pack = Files.createTempFile("assay-pack", ".zip");
        try {
            keep(body, pack);
            Onboarding.Onboarded done = onboarding.onboard(pack);
            Brought answer = new Brought(done.fund(), done.isNew());
            return done.isNew()
                    ? Response.created(here.getAbsolutePathBuilder()
                                    .path(done.fund())
                                    .build())
                            .entity(answer)
                            .build()
                    : Response.ok(answer).build();
        } finally {
            Files.deleteIfExists(pack);
        }
    }

    private static void keep(InputStream body, java.nio.file.Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[1 << 16];
            long sum = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                sum += read;
                if (sum > LARGEST) {
                    throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
                }
                out.write(piece, 0, read);
            }
        }
    }
}
