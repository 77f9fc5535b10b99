package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.db.FundStore;
import org.assay.db.Opening;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Schedule;

/**
 * Strikes a fund for a day: reads what is known, lets the kernel think, appends the outcome. One transaction a fund
 * and day, so a server that dies half-way leaves nothing, and the strike is made again.
 */
@Stateless
@PermitAll
public class Strikes {
    @Inject
    private FundStore funds;

    @Inject
    private StrikeStore strikes;

    @Inject
    private Snapshots snapshots;

    /** For the server, which injects what it needs. */
    public Strikes() {}

    /** Without a server: who calls it begins and ends the transaction. */
    public Strikes(FundStore funds, StrikeStore strikes, Snapshots snapshots) {
        this.funds = funds;
        this.strikes = strikes;
        this.snapshots = snapshots;
    }

    /**
     * Fires twice, strikes once.
     *
     * <pre>
     *   this transaction  |-- lock the fund ---------------------------------- append -- commit
     *   a snapshot                |-- read what is known --|
     * </pre>
     *
     * The lock is taken before the snapshot begins: whoever posted to the fund before has committed, and is seen.
     *
     * @return whether the fund may go on to its next day; a held one stops
     * @throws FundException when a fact or a term cannot be booked, or the day before is not struck
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean strike(StrikeId strike, AskedBy askedBy) {
        funds.lock(strike.fund());
        try (Snapshot snapshot = snapshots.open()) {
            Optional<StrikeHead> made = snapshot.strike(strike.fund(), strike.date());
            if (made.isPresent()) {
                return made.get().status() != StrikeHead.Status.HELD;
            }
            Knowledge knowledge =
                    snapshot.knowledge(snapshot.fund(strike.fund()).orElseThrow(() -> Desk.noFund(strike.fund())));
            KnownFund known = KnownFund.of(knowledge, Optional.empty());
            checkOrder(strike, known.schedule(), snapshot);
            Opening opening = snapshot.opening(knowledge, strike.date());
            NavInputs inputs = known.on(strike.date(), opening.books());
            NavResult result = Nav.strike(inputs);
            strikes.append(strike, Optional.empty(), opening.strike(), askedBy, knowledge, inputs, result);
            return result.status() != NavResult.Status.HELD;
        }
    }

    /** No day is left out, and none is struck on a held one. */
    private static void checkOrder(StrikeId strike, Schedule schedule, Snapshot snapshot) {
        Optional<LocalDate> next = schedule.first(
                snapshot.closed(strike.fund()).map(day -> day.plusDays(1)).orElse(LocalDate.MIN), strike.date());
        boolean isHeld = snapshot.lastStrike(strike.fund())
                .filter(head -> head.status() == StrikeHead.Status.HELD)
                .isPresent();
        if (isHeld || !next.equals(Optional.of(strike.date()))) {
            throw new FundException(
                    ErrorCode.NOT_A_STRIKE_DAY,
                    strike.fund(),
                    "date",
                    strike.date().toString(),
                    isHeld
                            ? "no strike before the held one is cleared"
                            : "the next strike day, %s"
                                    .formatted(next.map(LocalDate::toString).orElse("not yet")));
        }
    }
}
