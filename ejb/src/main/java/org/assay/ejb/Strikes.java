package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.db.Branch;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.LineEnd;
import org.assay.db.Opening;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
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

    @Inject
    private Years years;

    /** For the server, which injects what it needs. */
    public Strikes() {}

    /** Without a server: who calls it begins and ends the transaction. */
    @SuppressWarnings("UnnecessaryAssignment") // nobody injects there
    public Strikes(FundStore funds, StrikeStore strikes, Snapshots snapshots, Years years) {
        this.funds = funds;
        this.strikes = strikes;
        this.snapshots = snapshots;
        this.years = years;
    }

    /**
     * Fires twice, strikes once.
     *
     * <pre>
     *   its own           |-- year --|
     *   this transaction               |-- lock the fund ---------------------------------- append -- commit
     *   a snapshot                              |-- read what is known --|
     * </pre>
     *
     * The lock is taken before the snapshot begins: whoever posted to the fund before has committed, and is seen. The year
     * is opened before the lock: nobody waits for its tables but who needs them.
     *
     * @return whether the fund may go on to its next day; a held one stops
     * @throws FundException when a fact or a term cannot be booked, or the day before is not struck
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean strike(StrikeId strike, AskedBy askedBy) {
        years.open(strike.date());
        funds.lock(strike.fund());
        try (Snapshot snapshot = snapshots.open()) {
            Optional<LineEnd> last = snapshot.lineEnd(strike.fund());
            if (last.filter(end -> end.date().equals(strike.date())).isPresent()) {
                return !last.get().isHeld();
            }
            if (last.filter(end -> end.date().isAfter(strike.date())).isPresent()) {
                return wasStruck(strike, snapshot);
            }
            KnownFund known = known(snapshot.knowledge(fund(snapshot, strike.fund())));
            checkOrder(strike, known.schedule(), last);
            Opening opening = snapshot.opening(known.knowledge(), strike.date());
            Instant k = known.known(strike.date(), opening.books());
            return strike(strike, Optional.empty(), opening, known, k, askedBy);
        }
    }

    /**
     * Strikes a day again on a branch, with what the branch knows. Fires twice, strikes once.
     *
     * @return whether the branch may go on to its next day; a held one stops, and so does one somebody has decided about
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean replay(Branch branch, LocalDate date, AskedBy askedBy) {
        years.open(date);
        funds.lock(branch.fund());
        try (Snapshot snapshot = snapshots.open()) {
            boolean isOpen = snapshot.branch(branch.fund(), branch.id())
                    .filter(Branch::isOpen)
                    .isPresent();
            List<StrikeHead> attempts = snapshot.attempts(branch.fund(), date, date);
            Optional<StrikeHead> made = attempts.stream()
                    .filter(head -> head.branch().equals(Optional.of(branch.id())))
                    .findFirst();
            if (!isOpen || made.isPresent()) {
                return isOpen && !made.get().isHeld();
            }
            KnownFund known = known(snapshot.knowledge(fund(snapshot, branch.fund()), branch));
            Opening opening = snapshot.opening(known.knowledge(), date, branch);
            return strike(next(attempts, date), Optional.of(branch), opening, known, branch.known(), askedBy);
        }
    }

    /**
     * Strikes a fund's last day again, with all that is known now: a held NAV after what was missing came in, or one
     * nobody has approved. Or a day for the first time that was refused: what it lacked came after its deadline, so it
     * would be refused for ever. Fires twice, strikes once.
     *
     * @param attempt one above the last, made by who asks; 1 for a day that was refused
     * @param now by the house clock
     * @throws FundException NOT_OPEN, when the day is approved, a later one is struck, or the attempt is another; NOT_THERE,
     *     when it is neither struck nor was refused
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void again(String fund, LocalDate date, int attempt, Instant now, AskedBy askedBy) {
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Optional<StrikeHead> head = snapshot.strike(fund, date);
            if (head.filter(made -> isMade(made, attempt)).isPresent()) {
                return;
            }
            if (head.isPresent()) {
                checkAgain(head.get(), snapshot.lastStrike(fund).orElseThrow(), attempt);
            } else if (attempt != 1 || !wasRefused(snapshot, fund, date)) {
                throw Desk.notStruck(fund, date);
            }
            KnownFund known = known(snapshot.knowledge(fund(snapshot, fund)));
            Opening opening = snapshot.opening(known.knowledge(), date);
            int version = head.map(made -> made.strike().version()).orElse(1);
            StrikeId strike = new StrikeId(fund, date, version, attempt);
            strike(strike, Optional.empty(), opening, known, funds.moment(fund, now), askedBy);
        }
    }

    /** A person's attempt; a scheduled one is no answer to who asks for it. */
    private static boolean isMade(StrikeHead head, int attempt) {
        return attempt == head.strike().attempt()
                && head.askedBy().fireInstance().isEmpty();
    }

    /** It is the day the fund stands at, and the last word about it is a refusal. */
    private static boolean wasRefused(Snapshot snapshot, String fund, LocalDate date) {
        return snapshot.standings(List.of(fund), date).funds().stream()
                .flatMap(standing -> standing.refusal().stream())
                .anyMatch(refusal -> refusal.date().equals(date));
    }

    private static void checkAgain(StrikeHead head, StrikeHead last, int attempt) {
        boolean isOpen = !head.isApproved() && last.date().equals(head.date());
        if (!isOpen || attempt != head.strike().attempt() + 1) {
            throw new FundException(
                    ErrorCode.NOT_OPEN,
                    "%s %s".formatted(head.strike().fund(), head.date()),
                    "attempt",
                    Integer.toString(attempt),
                    isOpen
                            ? "the next attempt, %s"
                                    .formatted(Integer.toString(head.strike().attempt() + 1))
                            : "the last day struck, approved by nobody; what is behind it is restated on a branch");
        }
    }

    /** The version above the one that counts; attempts that were given up keep their numbers. */
    private static StrikeId next(List<StrikeHead> attempts, LocalDate date) {
        StrikeHead counts = attempts.stream()
                .filter(StrikeHead::counts)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a branch with %s, which is not struck".formatted(date)));
        int version = counts.strike().version() + 1;
        int attempt = attempts.stream()
                .map(StrikeHead::strike)
                .filter(strike -> strike.version() == version)
                .mapToInt(StrikeId::attempt)
                .max()
                .orElse(0);
        return new StrikeId(counts.strike().fund(), date, version, attempt + 1);
    }

    /** @param k nothing recorded after it is in the NAV */
    private boolean strike(
            StrikeId strike, Optional<Branch> branch, Opening opening, KnownFund known, Instant k, AskedBy askedBy) {
        NavInputs inputs = known.on(strike.date(), k, opening.books());
        NavResult result = Nav.strike(inputs);
        strikes.append(strike, branch, opening.strike(), askedBy, known.knowledge(), inputs, result);
        return result.status() != NavResult.Status.HELD;
    }

    private static KnownFund known(Knowledge knowledge) {
        return KnownFund.of(knowledge, Optional.empty());
    }

    private static FundHead fund(Snapshot snapshot, String id) {
        return snapshot.fund(id).orElseThrow(() -> Desk.noFund(id));
    }

    /** Asked for once more, days later: it was made, or it never can be. */
    private static boolean wasStruck(StrikeId strike, Snapshot snapshot) {
        return snapshot.strike(strike.fund(), strike.date())
                .map(head -> !head.isHeld())
                .orElseThrow(() -> notNext(strike, "a strike day, and none before the last one struck"));
    }

    /** No day is left out, and none is struck on a held one. */
    private static void checkOrder(StrikeId strike, Schedule schedule, Optional<LineEnd> last) {
        if (last.filter(LineEnd::isHeld).isPresent()) {
            throw notNext(strike, "no strike before the held one is cleared");
        }
        LocalDate from = last.map(end -> end.date().plusDays(1)).orElse(LocalDate.MIN);
        Optional<LocalDate> next = schedule.first(from, strike.date());
        if (!next.equals(Optional.of(strike.date()))) {
            throw notNext(
                    strike,
                    "the next strike day, %s"
                            .formatted(next.map(LocalDate::toString).orElse("not yet")));
        }
    }

    private static FundException notNext(StrikeId strike, String expected) {
        return new FundException(
                ErrorCode.NOT_A_STRIKE_DAY, strike.fund(), "date", strike.date().toString(), expected);
    }
}
