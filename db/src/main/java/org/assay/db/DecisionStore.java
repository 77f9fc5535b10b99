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
        try {
            entities.persist(DecisionRow.approval(strike.id(), by, reason));
            entities.flush();
        } catch (PersistenceException e) {
            throw refused(strike, by, e).orElseThrow(() -> e);
        }
    }

    private static Optional<FundException> refused(StrikeHead strike, String by, PersistenceException e) {
        String state = state(e);
        if (state.equals(FOUR_EYES)) {
            return Optional.of(refusal(ErrorCode.FOUR_EYES, strike, by, "somebody with no part in this NAV"));
        }
        if (state.equals(UNIQUE)) {
            return Optional.of(refusal(ErrorCode.NOT_OPEN, strike, by, "a NAV nobody has approved yet"));
        }
        return Optional.empty();
    }

    private static FundException refusal(ErrorCode code, StrikeHead strike, String by, String expected) {
        return new FundException(
                code, "%s %s".formatted(strike.strike().fund(), strike.date()), "approver", by, expected);
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
