package org.assay.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** People. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PersonStore {
    @PersistenceContext
    private EntityManager entities;

    public Optional<Person> find(String name) {
        return Optional.ofNullable(entities.find(PersonRow.class, name)).map(PersonRow::toDomain);
    }

    public void append(Person person) {
        entities.persist(PersonRow.of(person));
    }
}
