package org.assay.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
}
