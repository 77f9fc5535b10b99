package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.db.AuditEvent;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;

/** Who did what, when and why. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Audit {
    @Inject
    private Rights rights;

    @Inject
    private Snapshots snapshots;

    /**
     * The last first, of funds in scope; of people, to who administers, audits or keeps the rules of all funds.
     *
     * @param skip so many of the last
     * @param at what had happened by then; absent all
     */
    public List<AuditEvent> events(AuditEvent.Wanted wanted, long skip, long limit, Optional<Instant> at) {
        AuditEvent.Told told = new AuditEvent.Told(rights.scope(), rights.isToldOfPeople());
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.events(wanted, told, skip, limit);
        }
    }
}
