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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assay.db.PriceProposal;
import org.assay.ejb.Clearance;
import org.assay.ejb.ManualPrices;
import org.assay.kernel.money.Plain;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prices that people say: one proposes, a second accepts. */
@Path("funds/{fund}/manual-prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
public class PriceResource {
    private static final String PRICE = "price";
    private static final String REASON = "reason";
    private static final String FILE = "file";

    @Inject
    private ManualPrices prices;

    @Inject
    private Clearance clearance;

    @PathParam("fund")
    private String fund;

    /**
     * A price somebody said.
     *
     * @param source MANUAL, or that of the price it confirms
     * @param word what the second person said, once there is one
     */
    public record ProposalBody(
            long id,
            String instrument,
            LocalDate date,
            String price,
            String currency,
            String source,
            String reason,
            String evidence,
            Optional<String> attached,
            String proposedBy,
            Instant proposedAt,
            String status,
            Optional<StrikeBody.WordBody> word) {
        static ProposalBody of(PriceProposal proposal) {
            return new ProposalBody(
                    proposal.id(),
                    proposal.instrument(),
                    proposal.date(),
                    Plain.text(proposal.price().perUnit()),
                    proposal.price().currency().code(),
                    proposal.source(),
                    proposal.reason(),
                    proposal.evidence(),
                    proposal.attached(),
                    proposal.proposedBy(),
                    proposal.proposedAt(),
                    proposal.word()
                            .map(word -> word.act() == PriceProposal.Act.ACCEPT ? "Approved" : "Rejected")
                            .orElse("Review"),
                    proposal.word().map(word -> new StrikeBody.WordBody(word.by(), word.at(), word.reason())));
        }
    }

    @GET
    @Operation(summary = "The manual prices of a fund, decided or not, in the order they were proposed")
    public List<ProposalBody> proposals(@Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return prices.of(fund, Asked.moment("at", at)).stream()
                .map(ProposalBody::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Propose a price: {instrument, date, price, reason, evidence, request, confirms, file: {name, content}}."
                            + " The request is a key of the caller's; sent twice it is proposed once. With confirms true the"
                            + " price is the one published for the day. A file is base64, of at most 900 kB. Operators only.")
    @APIResponse(responseCode = "404", description = "NOT_THERE: no such fund or instrument")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: known already, or not the one published")
    @APIResponse(responseCode = "422", description = "FORMAT, or NOT_A_STRIKE_DAY")
    public ProposalBody propose(String body) {
        JsonObject said = Asked.object(body);
        return proposal(prices.propose(
                fund,
                new ManualPrices.Said(
                        Asked.text(said, "instrument"),
                        Asked.date("date", Asked.text(said, "date")),
                        price(Asked.text(said, PRICE)),
                        said.getBoolean("confirms", false),
                        Asked.text(said, REASON),
                        Asked.text(said, "evidence"),
                        said.containsKey(FILE) ? Optional.of(file(said)) : Optional.empty(),
                        Asked.text(said, "request"))));
    }

    private static BigDecimal price(String text) {
        if (!text.matches("-?[0-9]{1,24}([.][0-9]{1,10})?")) {
            throw Asked.refused(PRICE, text, "a plain number such as 1234.5, with at most 10 decimals");
        }
        return new BigDecimal(text);
    }

    private static PriceProposal.Attachment file(JsonObject said) {
        JsonObject file = said.getJsonObject(FILE);
        try {
            byte[] content = Base64.getDecoder().decode(file.getString("content", ""));
            if (content.length > 0 && content.length <= PriceProposal.Attachment.LARGEST) {
                return new PriceProposal.Attachment(Asked.text(file, "name"), content);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw Asked.refused(FILE, "content", "base64 of at most %s bytes".formatted(PriceProposal.Attachment.LARGEST));
    }

    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Accept it as the second person: {reason}. It arrives as a price, and the fund's last day is struck again"
                            + " with it, unless it is approved. Approvers only.")
    @APIResponse(responseCode = "403", description = "Not an approver, or FOUR_EYES: who proposed it")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: decided already")
    public ProposalBody accept(@PathParam("id") String id, String body) {
        int number = Asked.number("id", id);
        clearance.accept(fund, number, Asked.text(Asked.object(body), REASON));
        return proposal(number);
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject it, or take it back: {reason}")
    @APIResponse(responseCode = "409", description = "NOT_OPEN: decided already")
    public ProposalBody reject(@PathParam("id") String id, String body) {
        int number = Asked.number("id", id);
        prices.reject(fund, number, Asked.text(Asked.object(body), REASON));
        return proposal(number);
    }

    private ProposalBody proposal(long id) {
        return prices.of(fund, Optional.empty()).stream()
                .filter(each -> each.id() == id)
                .map(ProposalBody::of)
                .findFirst()
                .orElseThrow();
    }
}
