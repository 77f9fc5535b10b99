package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.FlowLine;
import org.assay.db.FundHead;
import org.assay.db.LotPage;
import org.assay.db.LotsWanted;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.FundException;

/** What the books of a fund hold in lists, each read in parts. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FundBooks {
    @Inject
    private Rights rights;

    @Inject
    private Snapshots snapshots;

    /**
     * Some of the lots at the close of a day.
     *
     * @param at as they stood then; absent as they stand now
     * @throws FundException NOT_THERE
     */
    public LotPage lots(String fund, LocalDate date, LotsWanted wanted, long skip, long limit, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            StrikeHead strike = snapshot.strike(fund, date).orElseThrow(() -> Desk.notStruck(fund, date));
            return snapshot.lots(snapshot.knowledge(head, strike), strike, wanted, skip, limit);
        }
    }

    /**
     * Capital by day and class of a range of days, both ends inclusive; days without any are left out.
     *
     * @param at as the NAVs stood then; absent as they stand now
     * @throws FundException NOT_THERE
     */
    public List<FlowLine> flows(String fund, LocalDate from, LocalDate to, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            return snapshot.flows(snapshot.strikes(head.id(), from, to));
        }
    }
}
