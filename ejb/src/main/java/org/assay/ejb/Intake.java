package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.Arrival;
import org.assay.db.Branch;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.TableRows;

/**
 * Takes in what keeps coming for a fund: facts, prices and rates, each a file in the layout of the pack. All of a file
 * or nothing; the same file, or the same rows in another, twice is once.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Intake {
    /** So many reasons of a refused file are kept: enough to see what was wrong with it. */
    private static final int REASONS_KEPT = 20;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    @Inject
    private Corrections corrections;

    /**
     * What came of a file.
     *
     * @param rows that were new
     * @param repeated rows that were there already
     * @param recorded of the new ones
     * @param branch that was opened, because a day that is struck would have been another
     */
    public record Taken(
            String fund,
            String kind,
            String sha256,
            int rows,
            int repeated,
            Instant recorded,
            Optional<Branch> branch) {}

    /**
     * @param kind of rows: trades, capital, cash, margin, cancellations, prices, fx
     * @param name of the file, as its sender calls it
     * @throws FileRefused with every reason, when it cannot be read or contradicts what is there
     * @throws FundException NOT_ALLOWED; NOT_THERE, for a fund or a kind of rows there is none of
     */
    public Taken take(String fund, String kind, String name, byte[] content) throws FileRefused {
        rights.to(Role.OPERATOR, fund);
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            Instant recorded = funds.moment(fund, clock.instant());
            Arrival file =
                    new Arrival(fund, kind, name, PackFiles.sha256(content), Optional.of(recorded), rights.person());
            Knowledge knowledge = snapshot.knowledge(head);
            return take(snapshot, knowledge, file, arriving(knowledge, kind), content);
        }
    }

    private <T> Taken take(Snapshot snapshot, Knowledge knowledge, Arrival file, Arriving<T> kind, byte[] content)
            throws FileRefused {
        if (funds.isTaken(file)) {
            funds.repeated(file);
            return taken(file, 0, 0, Optional.empty());
        }
        Instant recorded = file.recorded().orElseThrow();
        Refusals refusals = new Refusals();
        TableRows<T> read = kind.read(content, recorded, refusals);
        List<T> fresh = fresh(snapshot, file.fund(), kind, read, refusals);
        Corrected.check(knowledge, kind, read, refusals);
        if (!refusals.isEmpty()) {
            List<Parsed.Failure> failures = refusals.sorted();
            funds.refused(
                    file,
                    content.length,
                    failures.stream()
                            .limit(REASONS_KEPT)
                            .map(Parsed.Failure::toString)
                            .toList());
            throw new FileRefused(failures);
        }
        int repeated = read.rows().size() - fresh.size();
        if (fresh.isEmpty()) {
            funds.repeated(file);
            return taken(file, 0, repeated, Optional.empty());
        }
        funds.append(file, content, kind.table(), fresh);
        Instant counts = fresh.stream()
                .map(row -> counts(knowledge, kind, row))
                .min(Instant::compareTo)
                .orElseThrow();
        return taken(file, fresh.size(), repeated, corrections.openFor(snapshot, file, counts));
    }

    /** A correction counts from when the fact counted that it takes away. */
    private static <T> Instant counts(Knowledge knowledge, Arriving<T> kind, T row) {
        Instant own = kind.counts().apply(row);
        return row instanceof Fact fact
                ? fact.stamp()
                        .corrects()
                        .flatMap(knowledge::fact)
                        .map(Stamp::effective)
                        .filter(own::isAfter)
                        .orElse(own)
                : own;
    }

    /** Rows nobody sent before; a fact of the same id that says something else is refused. */
    private static <T> List<T> fresh(
            Snapshot snapshot, String fund, Arriving<T> kind, TableRows<T> read, Refusals refusals) {
        // What was recorded last comes last, and is what holds.
        Map<List<String>, List<String>> there = new HashMap<>();
        snapshot.there(fund, kind, read.values()).forEach(row -> there.put(kind.about(row), kind.says(row)));
        List<T> fresh = new ArrayList<>();
        for (TableRows.Row<T> row : read.rows()) {
            List<String> known = there.get(kind.about(row.value()));
            boolean isThere = kind.says(row.value()).equals(known);
            if (known != null && !isThere && row.value() instanceof Fact fact) {
                refusals.add(
                        row.origin().file(),
                        row.origin().line(),
                        "id",
                        fact.stamp().id(),
                        "a new id: the fact of this id says something else; a correction is a new fact that names it");
            }
            if (!isThere) {
                fresh.add(row.value());
            }
        }
        return fresh;
    }

    private static Arriving<?> arriving(Knowledge knowledge, String kind) {
        List<Arriving<?>> kinds =
                FundTables.of(knowledge.fund(), knowledge.instruments()).arriving();
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE,
                        knowledge.fund().fund(),
                        "kind",
                        kind,
                        "one of " + kinds.stream().map(Arriving::kind).collect(Collectors.joining(", "))));
    }

    private static Taken taken(Arrival file, int rows, int repeated, Optional<Branch> branch) {
        return new Taken(
                file.fund(),
                file.kind(),
                file.sha256(),
                rows,
                repeated,
                file.recorded().orElseThrow(),
                branch);
    }
}
