package org.assay.db;

/** People as the environment of a server brings them: with one right, which nobody asked for. */
final class TestPeople {
    private TestPeople() {}

    /** Statements that bring somebody with a right to all funds; an auditor's ends in some far day. */
    static String comes(String name, Person.Role role) {
        return """
                insert into assay.person (name, added_by) values ('%1$s', 'environment');
                insert into assay.password (person, hash, set_by) values ('%1$s', 'none', 'environment');
                insert into assay.grant_asked (person, role, first_day, last_day, reason, asked_by)
                    values ('%1$s', '%2$s', '2026-01-01', %3$s, 'comes with it', 'environment');
                insert into assay.grant_decided (grant_id, act, decided_by, reason)
                    select id, 'APPROVE', 'environment', 'comes with it' from assay.grant_asked where person = '%1$s'""".formatted(name, role.name(), role == Person.Role.AUDITOR ? "'2099-12-31'" : "null");
    }
}
