package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A right that was asked for, and what became of it.
 *
 * @param state now, by the database's clock
 * @param decided absent while nobody has
 * @param ended before its last day; absent when nobody did
 */
public record Grant(long id, Asked asked, State state, Word askedWord, Optional<Word> decided, Optional<Word> ended) {
    /**
     * What was asked for.
     *
     * @param fund it is for; absent for all
     * @param from its first day, in UTC
     * @param until its last day; absent for no end
     */
    public record Asked(
            String person, Person.Role role, Optional<String> fund, LocalDate from, Optional<LocalDate> until) {}

    /** Who said something of it, when and why. */
    public record Word(String by, Instant at, String reason) {}

    /** What an administrator says to what another asked for. */
    public enum Act {
        APPROVE,
        REFUSE
    }

    /** Where it stands. */
    public enum State {
        /** For another administrator. */
        WAITING,
        REFUSED,
        /** Granted, for a day to come. */
        COMING,
        HOLDS,
        /** Its last day is past. */
        OVER,
        ENDED
    }
}
