package org.assay.db;

/**
 * Somebody who may sign in.
 *
 * @param name unique; stands beside what the person did
 * @param passwordHash salted, as the container's password hash writes it
 */
public record Person(String name, String passwordHash, Role role) {
    /** What a person may do. */
    public enum Role {
        /** Lets people in and says what they may; decides nothing about a NAV. */
        ADMINISTRATOR,
        /** Puts a name under what somebody else prepared. */
        APPROVER,
        /** Reads everything, for a time. */
        AUDITOR,
        /** Reads everything; keeps the rules a fund lives by. */
        COMPLIANCE,
        /** Brings funds, facts and prices, and has them struck. */
        OPERATOR
    }
}
