package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.DecisionStore;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.PriceProposal;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.replay.Knowledge;

/**
 * Prices that a person says because nobody published one, or because the one published is odd and right all the same.
 * One person proposes, a second accepts; then it arrives in a file of its own like any other price. It counts for its day
 * alone: the next day's price is asked for again.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class ManualPrices {
    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private FundStore funds;

    @Inject
    private DecisionStore decisions;

    @Inject
    private Intake intake;

    @Inject
    private Snapshots snapshots;

    /**
     * What a person says.
     *
     * @param price per unit, in the instrument's currency; at most 10 decimals
     * @param confirms the published price of the day is this one and stands as it is, with evidence
     * @param reason why somebody must say it
     * @param evidence what was seen, and where it is kept; on one line
     * @param request made by who asks, before the first try: asked twice it is proposed once
     */
    public record Said(
            String instrument,
            LocalDate date,
            BigDecimal price,
            boolean confirms,
            String reason,
            String evidence,
            Optional<PriceProposal.Attachment> attached,
            String request) {}

    /**
     * The manual prices nobody has decided about, of all funds in scope, in the order they were proposed.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<PriceProposal> open(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.openProposals().stream()
                    .filter(proposal -> scope.has(proposal.fund()))
                    .toList();
        }
    }

    /**
     * The manual prices of a fund, in the order they were proposed.
     *
     * @param at as they stood then; absent as they stand now
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<PriceProposal> of(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.proposals(
                    snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund)).id());
        }
    }

    /**
     * What was attached to one.
     *
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PriceProposal.Attachment attachment(String fund, long id) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.attachment(fund, id).orElseThrow(() -> notThere(fund, id));
        }
    }

    /**
     * Proposes a price.
     *
     * @return its number
     * @throws FundException NOT_ALLOWED; NOT_THERE, for a fund or instrument there is none of; NOT_A_STRIKE_DAY; FORMAT, with the field
     *     that is wrong; NOT_OPEN, when it is known already
     */
    public long propose(String fund, Said said) {
        rights.to(Role.OPERATOR, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Optional<PriceProposal> made = snapshot.proposals(fund).stream()
                    .filter(proposal -> proposal.request().equals(said.request()))
                    .findFirst();
            if (made.isPresent()) {
                return made.get().id();
            }
            Knowledge knowledge = knowledge(snapshot, fund);
            Instant now = funds.moment(fund, clock.instant());
            Quote quote = PriceFile.quote(knowledge, said, now);
            check(snapshot, knowledge, quote, now);
            return funds.propose(fund, quote, said.reason(), said.attached(), said.request(), rights.person());
        }
    }

    /**
     * Accepts a price, as the second person: it arrives.
     *
     * @return it, as it was proposed
     * @throws FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE
     */
    public PriceProposal accept(String fund, long id, String reason) {
        rights.to(Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            PriceProposal proposal = open(snapshot, fund, id);
            String by = rights.person();
            decisions.decide(proposal, PriceProposal.Act.ACCEPT, by, reason);
            Knowledge knowledge = knowledge(snapshot, fund);
            String evidence = "%s; manual price %s, proposed by %s, accepted by %s"
                    .formatted(proposal.evidence(), Long.toString(id), proposal.proposedBy(), by);
            Quote quote = PriceFile.quote(proposal, evidence, clock.instant());
            intake.accepted(
                    fund,
                    PriceFile.KIND,
                    "manual price %s".formatted(Long.toString(id)),
                    PriceFile.of(knowledge, quote),
                    proposal.proposedBy());
            return proposal;
        } catch (FileRefused refused) {
            throw PriceFile.wrong(Long.toString(id), refused.failures().get(0));
        }
    }

    /**
     * Ends a proposal without a price; who proposed it may take it back.
     *
     * @throws FundException NOT_ALLOWED, NOT_OPEN or NOT_THERE
     */
    public void reject(String fund, long id, String reason) {
        rights.toOneOf(Role.OPERATOR, Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            decisions.decide(open(snapshot, fund, id), PriceProposal.Act.REJECT, rights.person(), reason);
        }
    }

    /** As it would be refused when it arrives. */
    private static void check(Snapshot snapshot, Knowledge knowledge, Quote quote, Instant recorded) {
        Incoming<?> incoming =
                Incoming.read(snapshot, knowledge, PriceFile.KIND, PriceFile.of(knowledge, quote), recorded);
        incoming.failures().stream().findFirst().ifPresent(failure -> {
            throw PriceFile.wrong(quote.instrument(), failure);
        });
        if (incoming.fresh().isEmpty()) {
            throw new FundException(
                    ErrorCode.NOT_OPEN,
                    quote.instrument(),
                    "price",
                    quote.price().toString(),
                    "a price that is not known already");
        }
    }

    private static Knowledge knowledge(Snapshot snapshot, String fund) {
        return snapshot.knowledge(snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund)));
    }

    private static PriceProposal open(Snapshot snapshot, String fund, long id) {
        PriceProposal proposal = snapshot.proposals(fund).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> notThere(fund, id));
        if (!proposal.isOpen()) {
            throw new FundException(
                    ErrorCode.NOT_OPEN,
                    "%s %s %s".formatted(fund, proposal.instrument(), proposal.date()),
                    "price",
                    "decided",
                    "a proposed price nobody has decided about");
        }
        return proposal;
    }

    private static FundException notThere(String fund, long id) {
        return new FundException(
                ErrorCode.NOT_THERE, fund, "proposal", Long.toString(id), "a manual price of this fund");
    }
}
