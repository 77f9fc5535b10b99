package org.assay.db;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in. What a person may is {@link Grant}.
 *
 * @param name unique; stands beside what the person did
 * @param addedBy an administrator, or {@code environment}; absent for who was there before rights were granted
 * @param passwordSetAt when the one that counts was set; absent for who has none and is vouched for by the house's provider
 */
public record Person(String name, Optional<String> addedBy, Instant addedAt, Optional<Instant> passwordSetAt) {
    /** Stands for who added, asked and granted, for people named in the environment of the server. */
    public static final String ENVIRONMENT = "environment";

    /** What a person may do. */
    public enum Role {
        /** Lets people in and says what they may; sees no fund and decides nothing about a NAV. */
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
