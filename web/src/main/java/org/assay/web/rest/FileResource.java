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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.db.ArrivedFile;
import org.assay.db.Branch;
import org.assay.ejb.Desk;
import org.assay.ejb.FileRefused;
import org.assay.ejb.Intake;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What keeps coming for a fund: facts, prices and rates. */
@Path("funds/{fund}/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files")
public class FileResource {
    private static final int LARGEST = 64 << 20;
    private static final String UNNAMED = "sent by REST";

    @Inject
    private Desk desk;

    @Inject
    private Intake intake;

    @PathParam("fund")
    private String fund;

    /**
     * What came of a file.
     *
     * @param rows that were new
     * @param repeated rows that were here already
     * @param branch that was opened, because a day that is struck would have been another
     */
    public record TakenBody(
            String fund, String kind, String sha256, int rows, int repeated, Instant recorded, Optional<Long> branch) {}

    /**
     * A file that came.
     *
     * @param rows that were new
     * @param size in bytes; left out where it is not kept
     * @param reasons why it was refused, the first 20; none of one that was not
     */
    public record FileBody(
            String kind,
            String name,
            String sha256,
            int rows,
            Optional<Integer> size,
            String outcome,
            List<String> reasons,
            String sentBy,
            Instant receivedAt,
            Optional<Instant> recorded) {
        static FileBody of(ArrivedFile file) {
            return new FileBody(
                    file.file().kind(),
                    file.file().name(),
                    file.file().sha256(),
                    file.rows(),
                    file.size(),
                    word(file.outcome()),
                    file.reasons(),
                    file.file().sentBy(),
                    file.receivedAt(),
                    file.file().recorded());
        }

        private static String word(ArrivedFile.Outcome outcome) {
            return switch (outcome) {
                case TAKEN -> "Taken";
                case REPEATED -> "Repeated";
                case REFUSED -> "Refused";
            };
        }
    }

    @GET
    @Operation(summary = "The files that arrived, taken or refused, the last first")
    public List<FileBody> files(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return desk.files(desk.fund(fund).id(), Asked.moment("at", at)).stream()
                .map(FileBody::of)
                .toList();
    }

    @POST
    @Path("{kind}")
    @Consumes("text/csv")
    @Operation(
            summary =
                    "Facts, prices or rates in the layout of the pack's file of that name, without the column recorded:"
                            + " all of it or nothing. Operators only.")
    @APIResponse(responseCode = "200", description = "Taken; what was here already is counted as repeated")
    @APIResponse(responseCode = "404", description = "NOT_THERE: no such fund or kind of rows")
    @APIResponse(responseCode = "422", description = "Refused, with every failure by line and column")
    public TakenBody take(
            @Parameter(description = "trades, capital, cash, margin, cancellations, prices or fx") @PathParam("kind")
                    String kind,
            @Parameter(description = "the file's name, as its sender calls it") @QueryParam("name")
                    Optional<String> name,
            InputStream body)
            throws IOException, FileRefused {
        byte[] content = body.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        Intake.Taken taken = intake.take(fund, kind, name.orElse(UNNAMED), content);
        return new TakenBody(
                taken.fund(),
                taken.kind(),
                taken.sha256(),
                taken.rows(),
                taken.repeated(),
                taken.recorded(),
                taken.branch().map(Branch::id));
    }
}
