package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.assay.db.Arrival;
import org.assay.db.Branch;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Knowledge;

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
        return take(fund, kind, name, content, rights.person());
    }

    /**
     * What a second person has accepted arrives under who proposed it.
     *
     * @throws FileRefused when it contradicts what came since
     * @throws FundException NOT_ALLOWED
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Taken accepted(String fund, String kind, String name, byte[] content, String by) throws FileRefused {
        rights.to(Role.APPROVER, fund);
        return take(fund, kind, name, content, by);
    }

    private Taken take(String fund, String kind, String name, byte[] content, String by) throws FileRefused {
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            Instant recorded = funds.moment(fund, clock.instant());
            Arrival file = new Arrival(fund, kind, name, PackFiles.sha256(content), Optional.of(recorded), by);
            Knowledge knowledge = snapshot.knowledge(head);
            Incoming.kind(knowledge, kind);
            if (funds.isTaken(file)) {
                funds.repeated(file);
                return taken(file, 0, 0, Optional.empty());
            }
            return take(
                    snapshot, knowledge, file, Incoming.read(snapshot, knowledge, kind, content, recorded), content);
        }
    }

    private <T> Taken take(Snapshot snapshot, Knowledge knowledge, Arrival file, Incoming<T> incoming, byte[] content)
            throws FileRefused {
        if (!incoming.failures().isEmpty()) {
            funds.refused(
                    file,
                    content.length,
                    incoming.failures().stream()
                            .limit(REASONS_KEPT)
                            .map(Parsed.Failure::toString)
                            .toList());
            throw new FileRefused(incoming.failures());
        }
        if (incoming.fresh().isEmpty()) {
            funds.repeated(file);
            return taken(file, 0, incoming.repeated(), Optional.empty());
        }
        funds.append(file, content, incoming.kind().table(), incoming.fresh());
        return taken(
                file,
                incoming.fresh().size(),
                incoming.repeated(),
                corrections.openFor(snapshot, file, incoming.counts(knowledge)));
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
