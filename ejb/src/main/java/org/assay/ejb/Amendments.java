package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.Amendment;
import org.assay.db.DecisionStore;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.LineEnd;
import org.assay.db.Person.Role;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.Amending;
import org.assay.pack.fund.Amending.Amended;
import org.assay.pack.fund.Standing;
import org.assay.pack.table.Refusals;

/**
 * What a fund stands on, changed from a day on: fees and policies, places and classes, contracts that are listed, holidays. One
 * person asks, a second one agrees. A change counts on days that are not struck yet, so those that are stay as they were.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Amendments {
    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private FundStore funds;

    @Inject
    private DecisionStore decisions;

    @Inject
    private Snapshots snapshots;

    /**
     * The amendments of a fund, decided or not, in the order they were asked for.
     *
     * @param at as they stood then; absent as they stand now
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Amendment> of(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.amendments(head(snapshot, fund).id());
        }
    }

    /**
     * The amendments nobody has decided about, of all funds in scope.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Amendment> open(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.openAmendments().stream()
                    .filter(amendment -> scope.has(amendment.fund()))
                    .toList();
        }
    }

    /**
     * What a fund stands on.
     *
     * @param at with the terms as they were agreed then; absent as they are now
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Standing standing(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.standing(head(snapshot, fund));
        }
    }

    /** What a change would make of what the fund stands on now. */
    public record Change(Standing before, Standing after) {}

    /**
     * What would change; nothing is kept.
     *
     * @throws FileRefused with every reason, as it would be refused
     * @throws FundException NOT_THERE, for a fund or a kind there is none of
     */
    public Change change(String fund, String kind, byte[] content) throws FileRefused {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Standing before = snapshot.standing(head(snapshot, fund));
            return new Change(before, read(before, kind, content, now(fund)).after());
        }
    }

    /**
     * Asks for a change.
     *
     * @param kind as {@link Amending#kind} names it
     * @param content a file with a header: a row for each thing that changes
     * @param reason why, which stands beside the terms for good
     * @param request made by who asks, before the first try: asked twice it is asked for once
     * @return its number
     * @throws FileRefused with every reason, when it cannot be read or contradicts what is there
     * @throws FundException NOT_ALLOWED; NOT_THERE, for a fund or a kind there is none of; DAY_CLOSED; FORMAT, without a reason
     */
    public long ask(String fund, String kind, byte[] content, String reason, String request) throws FileRefused {
        rights.to(Role.OPERATOR, fund);
        if (reason.isBlank()) {
            throw new FundException(ErrorCode.FORMAT, fund, "reason", reason, "why, and where it is agreed");
        }
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            FundHead head = head(snapshot, fund);
            Optional<Amendment> made = snapshot.amendments(fund).stream()
                    .filter(amendment -> amendment.request().equals(request))
                    .findFirst();
            if (made.isPresent()) {
                return made.get().id();
            }
            Amended amended = read(snapshot.standing(head), kind, content, now(fund));
            checkOpen(snapshot, fund, amended.from());
            return funds.ask(fund, kind, content, amended.from(), reason, request, rights.person());
        }
    }

    /**
     * Agrees to a change, as the second person: it counts from its day.
     *
     * @throws FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE; DAY_CLOSED, when its day was struck meanwhile; TERMS, when
     *     it contradicts what was agreed to meanwhile
     */
    public void agree(String fund, long id, String reason) {
        rights.to(Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            FundHead head = head(snapshot, fund);
            Amendment amendment = open(snapshot, fund, id);
            Standing before = snapshot.standing(head);
            Amended amended = read(before, amendment.kind(), amendment.file(), now(fund));
            checkOpen(snapshot, fund, amended.from());
            decisions.decide(amendment, Amendment.Act.AGREE, rights.person(), reason);
            funds.amend(head, amendment, before, amended.after());
        } catch (FileRefused refused) {
            Parsed.Failure first = refused.failures().get(0);
            throw new FundException(
                    ErrorCode.TERMS,
                    "%s amendment %s".formatted(fund, Long.toString(id)),
                    first.column(),
                    first.value(),
                    first.expected());
        }
    }

    /**
     * Ends it without a change; who asked may take it back.
     *
     * @throws FundException NOT_ALLOWED, NOT_OPEN or NOT_THERE
     */
    public void reject(String fund, long id, String reason) {
        rights.toOneOf(Role.OPERATOR, Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            decisions.decide(open(snapshot, fund, id), Amendment.Act.REJECT, rights.person(), reason);
        }
    }

    private Instant now(String fund) {
        return funds.moment(fund, clock.instant());
    }

    /** @throws FundException NOT_THERE, for a kind there is none of */
    static Amended read(Standing before, String kind, byte[] content, Instant recorded) throws FileRefused {
        Refusals refusals = new Refusals();
        Optional<Amended> amended = Amending.of(before, kind)
                .orElseThrow(() -> noKind(before, kind))
                .read(before, content, recorded, refusals);
        if (amended.isEmpty()) {
            throw new FileRefused(refusals.sorted());
        }
        return amended.get();
    }

    private static FundException noKind(Standing standing, String kind) {
        return new FundException(
                ErrorCode.NOT_THERE,
                standing.terms().fund(),
                "kind",
                kind,
                "one of " + Amending.of(standing).stream().map(Amending::kind).collect(Collectors.joining(", ")));
    }

    /** Days that are struck stay as they were. */
    static void checkOpen(Snapshot snapshot, String fund, Optional<LocalDate> from) {
        Optional<LocalDate> closed = snapshot.lineEnd(fund).map(LineEnd::date);
        if (from.isPresent() && closed.filter(last -> !from.get().isAfter(last)).isPresent()) {
            throw new FundException(
                    ErrorCode.DAY_CLOSED,
                    fund,
                    "first day",
                    from.get().toString(),
                    "a day after %s, the last that is struck".formatted(closed.get()));
        }
    }

    private static FundHead head(Snapshot snapshot, String fund) {
        return snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
    }

    private static Amendment open(Snapshot snapshot, String fund, long id) {
        Amendment amendment = snapshot.amendments(fund).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE, fund, "amendment", Long.toString(id), "an amendment of this fund"));
        if (!amendment.isOpen()) {
            throw new FundException(
                    ErrorCode.NOT_OPEN,
                    "%s amendment %s".formatted(fund, Long.toString(id)),
                    "amendment",
                    "decided",
                    "one nobody has decided about");
        }
        return amendment;
    }
}
