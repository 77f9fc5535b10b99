package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.db.FactPage;
import org.assay.db.FactsWanted;
import org.assay.db.FundHead;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;

/** What happened to a fund, as it was sent; and how a person writes such a row. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Facts {
    @Inject
    private Rights rights;

    @Inject
    private Snapshots snapshots;

    /**
     * Some of them, and how many there are.
     *
     * @param at as they stood then; absent as they stand now
     * @throws org.assay.kernel.FundException NOT_THERE
     */
    public FactPage facts(String fund, FactsWanted wanted, long skip, long limit, Optional<Instant> at) {
        rights.toReadPersonal(wanted.kind(), fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            return snapshot.facts(head, wanted, skip, limit);
        }
    }

    /**
     * The kinds of rows that may come for a fund, in the order of its pack.
     *
     * @throws org.assay.kernel.FundException NOT_THERE
     */
    public List<Arriving<?>> kinds(String fund) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open()) {
            Knowledge knowledge = snapshot.knowledge(snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund)));
            return FundTables.of(knowledge.fund(), knowledge.instruments()).arriving();
        }
    }
}
