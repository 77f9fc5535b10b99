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
import org.assay.db.EventCursor;
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
     * Some of it, of funds in scope; of people, to who administers, audits or keeps the rules of all funds.
     *
     * @param skip so many of the first
     * @param at what had happened by then; absent all
     */
    public List<AuditEvent> events(AuditEvent.Wanted wanted, long skip, long limit, Optional<Instant> at) {
        AuditEvent.Told told = told();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.events(wanted, told, skip, limit);
        }
    }

    /**
     * How many these are.
     *
     * @param at what had happened by then; absent all
     */
    public long count(AuditEvent.Wanted wanted, Optional<Instant> at) {
        AuditEvent.Told told = told();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.countEvents(wanted, told);
        }
    }

    /**
     * All of them, a piece at a time: however many there are, few are in memory.
     *
     * @param at what had happened by then; absent all
     * @return to be closed by who asks
     */
    public EventCursor oneByOne(AuditEvent.Wanted wanted, Optional<Instant> at) {
        AuditEvent.Told told = told();
        Snapshot snapshot = snapshots.open(at);
        try {
            return snapshot.eventsOneByOne(wanted, told);
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private AuditEvent.Told told() {
        return new AuditEvent.Told(rights.scope(), rights.isToldOfPeople());
    }
}
