package org.assay.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** Reports as they were made. Appends; never changes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReportStore {
    @PersistenceContext
    private EntityManager entities;

    /** Once it is made, it stays as it is. */
    public Optional<ReportFile> find(long strike, String kind, String status) {
        return Optional.ofNullable(entities.find(ReportRow.class, new ReportRow.Key(strike, kind, status)))
                .map(ReportRow::toDomain);
    }

    public void append(StrikeHead strike, ReportFile file) {
        entities.persist(ReportRow.of(strike, file));
    }

    /** The kinds there are of a strike in a status, without their bytes. */
    public List<String> kinds(long strike, String status) {
        return entities.createQuery(
                        "select r.kind from ReportRow r where r.strike = :strike and r.status = :status", String.class)
                .setParameter("strike", strike)
                .setParameter("status", status)
                .getResultList();
    }
}
