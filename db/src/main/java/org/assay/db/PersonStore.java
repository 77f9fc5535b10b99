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

    /** Nothing when the name is there: two nodes that start together bring the same people, and one comes first. */
    public void append(Person person) {
        entities.createNativeQuery("""
                        insert into assay.person (name, password, role)
                        values (:name, :password, :role) on conflict (name) do nothing""")
                .setParameter("name", person.name())
                .setParameter("password", person.passwordHash())
                .setParameter("role", person.role().name())
                .executeUpdate();
    }
}
