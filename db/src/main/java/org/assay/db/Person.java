package org.assay.db;

/**
 * Somebody who may sign in.
 *
 * @param name unique; stands beside what the person did
 * @param passwordHash salted, as the container's password hash writes it
 */
public record Person(String name, String passwordHash, Role role) {
    /** What a person may do. Nobody has both. */
    public enum Role {
        /** Brings funds, facts and prices. */
        PREPARER,
        /** Puts a name under a NAV somebody else prepared. */
        APPROVER
    }
}
