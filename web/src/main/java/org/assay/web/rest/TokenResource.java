package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.Token;
import org.assay.ejb.Account;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.web.signin.DeskAuthentication;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a program shows instead of its person's password. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokenResource {
    @Inject
    private Account account;

    @Context
    private HttpServletRequest request;

    /** @param lastUsed day in UTC; left out of one that never was */
    public record TokenBody(
            long id,
            String name,
            Instant madeAt,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            Optional<LocalDate> lastUsed) {
        static TokenBody of(Token token) {
            return new TokenBody(
                    token.id(), token.name(), token.madeAt(), token.expiresAt(), token.revokedAt(), token.lastUsed());
        }
    }

    /** @param token the secret, told now and never again */
    public record MadeBody(long id, String token) {}

    @GET
    @Operation(summary = "Your tokens, in the order they were made; the secrets are nowhere")
    public List<TokenBody> tokens() {
        return account.tokens().stream().map(TokenBody::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a token: {name, days}, 1 to 90 days. Its secret is in the answer and nowhere else.")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "403", description = "NOT_ALLOWED: a token makes no tokens; come with a password")
    public Response make(String body) {
        if (DeskAuthentication.isByToken(request)) {
            throw new FundException(ErrorCode.NOT_ALLOWED, "token", "Authorization", "Bearer", "name and password");
        }
        JsonObject said = Asked.object(body);
        Account.Made made = account.token(Asked.text(said, "name"), Asked.number("days", said, Token.LONGEST));
        return Response.status(Response.Status.CREATED)
                .entity(new MadeBody(made.id(), made.secret()))
                .build();
    }

    @DELETE
    @Path("{token}")
    @Operation(summary = "Revoke a token of yours: it opens nothing from the next request on")
    @APIResponse(responseCode = "404", description = "NOT_THERE: not yours, or revoked before")
    public List<TokenBody> revoke(@PathParam("token") String token) {
        account.revoke(Asked.number("token", token));
        return tokens();
    }
}
