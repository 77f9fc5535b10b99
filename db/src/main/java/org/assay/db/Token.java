package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a program of a person shows instead of a password. The secret itself is nowhere: its hash is in the books.
 *
 * @param name what it is for, in the words of who made it
 * @param expiresAt by the database's clock
 * @param isLive neither expired nor revoked
 * @param lastUsed the last day, in UTC; absent for never
 */
public record Token(
        long id,
        String person,
        String name,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<LocalDate> lastUsed,
        boolean isLive) {
    /** The longest a token may live, in days. */
    public static final int LONGEST = 90;
}
