package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who may sign in. */
@Entity
@Table(name = "person", schema = "assay")
class PersonRow {
    @Id
    private String name;

    @Column
    private String password;

    @Enumerated(EnumType.STRING)
    private Person.Role role;

    protected PersonRow() {}

    Person toDomain() {
        return new Person(name, password, role);
    }
}
