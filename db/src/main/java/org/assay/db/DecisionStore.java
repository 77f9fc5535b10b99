package org.assay.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** What people decided. Appends; never changes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DecisionStore {
    /** Raised by the database itself: see refuse_own_work in V1. */
    private static final String FOUR_EYES = "AS004";

    private static final String UNIQUE = "23505";

    @PersistenceContext
    private EntityManager entities;

    /**
     * @throws FundException FOUR_EYES, when the database finds the approver's own work in the strike; NOT_OPEN,
     *     when somebody was faster
     */
    public void approve(StrikeHead strike, String by, String reason) {
        append(DecisionRow.of(strike, "APPROVE", by, reason), asked(strike, by));
    }

    /**
     * Does not sign a NAV.
     *
     * @throws FundException FOUR_EYES, when the database finds the approver's own work in the strike; NOT_OPEN,
     *     when somebody was faster
     */
    public void sendBack(StrikeHead strike, String by, String reason) {
        append(DecisionRow.of(strike, "SEND_BACK", by, reason), asked(strike, by));
    }

    private static Asked asked(StrikeHead strike, String by) {
        return new Asked("NAV", "%s %s".formatted(strike.strike().fund(), strike.date()), by);
    }

    /**
     * Ends the proposal of a price.
     *
     * @throws FundException FOUR_EYES, when it is to be accepted by who proposed it; NOT_OPEN, when somebody was faster
     */
    public void decide(PriceProposal proposal, PriceProposal.Act act, String by, String reason) {
        String subject = "%s %s %s".formatted(proposal.fund(), proposal.instrument(), proposal.date());
        append(PriceDecisionRow.of(proposal, act, by, reason), new Asked("price", subject, by));
    }

    /**
     * Ends an amendment.
     *
     * @throws FundException FOUR_EYES, when it is to be agreed to by who asked for it; NOT_OPEN, when somebody was faster
     */
    public void decide(Amendment amendment, Amendment.Act act, String by, String reason) {
        String subject = "%s amendment %s".formatted(amendment.fund(), Long.toString(amendment.id()));
        append(AmendmentDecisionRow.of(amendment, act, by, reason), new Asked("amendment", subject, by));
    }

    /**
     * Ends a branch.
     *
     * @throws FundException FOUR_EYES, when the database finds the approver's own work in it, or it is not ready; NOT_OPEN,
     *     when somebody was faster
     */
    public void decide(Branch branch, Branch.Act act, String by, String reason) {
        String subject = "%s branch %s".formatted(branch.fund(), Long.toString(branch.id()));
        append(BranchDecisionRow.of(branch.id(), act, by, reason), new Asked("branch", subject, by));
    }

    /** What somebody asks for. */
    private record Asked(String what, String subject, String by) {
        FundException refused(ErrorCode code, String expected) {
            return new FundException(code, subject, "approver", by, expected);
        }
    }

    private void append(Object decision, Asked asked) {
        try {
            entities.persist(decision);
            entities.flush();
        } catch (PersistenceException e) {
            throw refused(asked, e).orElseThrow(() -> e);
        }
    }

    private static Optional<FundException> refused(Asked asked, PersistenceException e) {
        String state = state(e);
        if (state.equals(FOUR_EYES)) {
            return Optional.of(
                    asked.refused(ErrorCode.FOUR_EYES, "somebody with no part in this %s".formatted(asked.what())));
        }
        if (state.equals(UNIQUE)) {
            return Optional.of(
                    asked.refused(ErrorCode.NOT_OPEN, "a %s nobody has decided about yet".formatted(asked.what())));
        }
        return Optional.empty();
    }

    private static String state(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
