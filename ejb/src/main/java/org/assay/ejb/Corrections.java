package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.db.Arrival;
import org.assay.db.Branch;
import org.assay.db.DecisionStore;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/**
 * Restatements. What is learned late opens a branch; every day since is struck again on it; a second person sees what
 * would change, and either its strikes count from then on, or nothing happened.
 *
 * <pre>
 *   own line   v1 -- v1 -- v1 -- v1          what counts until somebody approves
 *   branch           \-- v2 -- v2 -- v2     struck again with K of the branch
 * </pre>
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Corrections {
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private FundStore funds;

    @Inject
    private DecisionStore decisions;

    @Inject
    private OwedReports owed;

    @Inject
    private Snapshots snapshots;

    /**
     * Of a fund, in the order they were opened.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Branch> branches(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            return snapshot.branches(head.id());
        }
    }

    /**
     * Of all funds in scope, the last first.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Behind> all(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.branches().stream()
                    .filter(branch -> scope.has(branch.fund()))
                    .map(branch -> Behind.of(snapshot, branch))
                    .toList();
        }
    }

    /**
     * Those nobody has decided about.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Behind> undecided(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return undecided(snapshot, scope).toList();
        }
    }

    /**
     * How many they are; looks at none of their days.
     *
     * @param at as they stood then; absent as they stand now
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int countUndecided(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return (int) snapshot.openBranches().stream()
                    .filter(branch -> scope.has(branch.fund()))
                    .count();
        }
    }

    private static Stream<Behind> undecided(Snapshot snapshot, Scope scope) {
        return snapshot.openBranches().stream()
                .filter(branch -> scope.has(branch.fund()))
                .map(branch -> Behind.of(snapshot, branch));
    }

    /**
     * What a branch would change, or did.
     *
     * @param at as it stood then; absent as it stands now
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Restatement restatement(String fund, long id, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return Restatement.of(snapshot, branch(snapshot, fund, id));
        }
    }

    /**
     * Opens a branch by hand.
     *
     * @param from the first day to strike again
     * @param request made by who asks, before the first try: asking twice opens once
     * @throws FundException NOT_ALLOWED; NOT_THERE, for a day that is not struck
     */
    public Branch open(String fund, LocalDate from, String reason, String request) {
        rights.to(Role.OPERATOR, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Optional<Branch> made = snapshot.branches(fund).stream()
                    .filter(branch -> branch.request().equals(request))
                    .findFirst();
            if (made.isPresent()) {
                return made.get();
            }
            StrikeHead first = snapshot.strike(fund, from).orElseThrow(() -> Desk.notStruck(fund, from));
            return open(
                    snapshot,
                    fund,
                    first.date(),
                    funds.moment(fund, clock.instant()),
                    reason,
                    request,
                    rights.person());
        }
    }

    /**
     * Opens the branch a file calls for, which counts on a day that is struck. A last day that nobody has approved is
     * struck again by itself and needs none, unless a branch is open: it has that day too and would not know the file.
     *
     * @param file being taken in, under the fund's lock
     * @param counts from when the earliest of its rows counts
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<Branch> openFor(Snapshot snapshot, Arrival file, Instant counts) {
        rights.toOneOf(Role.OPERATOR, Role.APPROVER, file.fund());
        Optional<StrikeHead> last = snapshot.lastStrike(file.fund()).filter(head -> !head.isApproved());
        boolean isOneOpen = snapshot.branches(file.fund()).stream().anyMatch(Branch::isOpen);
        return snapshot.firstStrikeSince(file.fund(), counts)
                .filter(first -> isOneOpen
                        || last.filter(head -> head.date().equals(first.date())).isEmpty())
                .map(first -> open(
                        snapshot,
                        file.fund(),
                        first.date(),
                        file.recorded().orElseThrow(),
                        "%s arrived late: %s".formatted(file.kind(), file.name()),
                        "%s %s".formatted(file.kind(), file.sha256()),
                        file.sentBy()));
    }

    /** One branch of a fund is open at a time: a new one takes in the days of the one before it. */
    private Branch open(
            Snapshot snapshot, String fund, LocalDate from, Instant known, String reason, String request, String by) {
        LocalDate first = from;
        for (Branch before :
                snapshot.branches(fund).stream().filter(Branch::isOpen).toList()) {
            decisions.decide(before, Branch.Act.ABANDON, by, "taken up by the branch of: " + reason);
            first = before.from().isBefore(first) ? before.from() : first;
        }
        long id = funds.open(fund, first, known, reason, by, request);
        return new Branch(id, fund, first, known, reason, by, clock.instant(), request, Optional.empty());
    }

    /** The funds whose open branch lacks days. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Set<String> fundsBehind() {
        try (Snapshot snapshot = snapshots.open()) {
            return undecided(snapshot, Scope.ALL)
                    .filter(Behind::goesOn)
                    .map(behind -> behind.branch().fund())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What is left to strike on a fund's open branch. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Behind> behind(String fund) {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.branches(fund).stream()
                    .filter(Branch::isOpen)
                    .map(branch -> Behind.of(snapshot, branch))
                    .filter(Behind::goesOn)
                    .findFirst();
        }
    }

    /**
     * A branch and the days it lacks.
     *
     * @param days in order; none when it has caught up, or when somebody has decided
     * @param held a day on it that is held and was not before: it goes no further
     */
    public record Behind(Branch branch, List<LocalDate> days, Optional<LocalDate> held) {
        public Behind {
            days = List.copyOf(days);
        }

        /** Nothing is missing but a second person's word. */
        public boolean isReady() {
            return branch.isOpen() && days.isEmpty() && held.isEmpty();
        }

        /** It lacks days, and none before them stops it. */
        boolean goesOn() {
            return !days.isEmpty() && held.isEmpty();
        }

        static Behind of(Snapshot snapshot, Branch branch) {
            if (!branch.isOpen()) {
                return new Behind(branch, List.of(), Optional.empty());
            }
            List<StrikeHead> own = snapshot.strikes(branch.fund(), branch.from(), EVER);
            List<StrikeHead> struck = snapshot.strikes(branch);
            Set<LocalDate> done = dates(struck, head -> true);
            Set<LocalDate> heldBefore = dates(own, StrikeHead::isHeld);
            return new Behind(
                    branch,
                    own.stream()
                            .map(StrikeHead::date)
                            .filter(date -> !done.contains(date))
                            .toList(),
                    dates(struck, StrikeHead::isHeld).stream()
                            .filter(date -> !heldBefore.contains(date))
                            .findFirst());
        }

        private static Set<LocalDate> dates(List<StrikeHead> heads, Predicate<StrikeHead> which) {
            return heads.stream().filter(which).map(StrikeHead::date).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Makes a branch count, as the second person.
     *
     * @param result digest of the last NAV on it, which the approver has seen
     * @throws FundException NOT_ALLOWED, FOUR_EYES, NOT_OPEN or NOT_THERE
     */
    public void approve(String fund, long id, String result, String reason) {
        rights.to(Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Branch branch = openBranch(snapshot, fund, id);
            Behind behind = Behind.of(snapshot, branch);
            List<StrikeHead> struck = snapshot.strikes(branch);
            Optional<StrikeHead> last = struck.stream().reduce((earlier, later) -> later);
            if (behind.held().isPresent()) {
                throw refused(branch, "held on " + behind.held().get(), "a branch that holds no day that was not held");
            }
            if (!behind.days().isEmpty() || last.isEmpty()) {
                throw refused(branch, "still being struck", "a branch with every day struck since it began");
            }
            if (!last.get().result().equals(result)) {
                throw refused(
                        branch, result, "digest of its last NAV, " + last.get().result());
            }
            decisions.decide(branch, Branch.Act.APPROVE, rights.person(), reason);
            owed.restated(snapshot, fund, struck);
        }
    }

    /**
     * Gives a branch up: what it was to book is booked in the next open day.
     *
     * @throws FundException NOT_ALLOWED, NOT_OPEN or NOT_THERE
     */
    public void abandon(String fund, long id, String reason) {
        rights.toOneOf(Role.OPERATOR, Role.APPROVER, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Branch branch = openBranch(snapshot, fund, id);
            decisions.decide(branch, Branch.Act.ABANDON, rights.person(), reason);
        }
    }

    private static Branch branch(Snapshot snapshot, String fund, long id) {
        return snapshot.branch(fund, id)
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE, fund, "branch", Long.toString(id), "a branch of this fund"));
    }

    private static Branch openBranch(Snapshot snapshot, String fund, long id) {
        Branch branch = branch(snapshot, fund, id);
        if (!branch.isOpen()) {
            throw refused(branch, "decided", "a branch nobody has decided about");
        }
        return branch;
    }

    private static FundException refused(Branch branch, String value, String expected) {
        return new FundException(
                ErrorCode.NOT_OPEN,
                "%s branch %s".formatted(branch.fund(), Long.toString(branch.id())),
                "branch",
                value,
                expected);
    }
}
