package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.assay.db.AuditEvent;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;

/** Who did what, when and why. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.APPROVER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Audit {
    @Inject
    private Snapshots snapshots;

    /**
     * The last first.
     *
     * @param skip so many of the last
     */
    public List<AuditEvent> events(AuditEvent.Wanted wanted, long skip, long limit) {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.events(wanted, skip, limit);
        }
    }
}
