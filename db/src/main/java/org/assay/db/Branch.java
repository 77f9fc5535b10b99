package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A restatement in the making: every day from one on, struck again with what is known by a later moment.
 *
 * @param from the first day it strikes again
 * @param known K of every strike on it
 * @param request made by who asked for it: asking twice opens once
 * @param word what ended it; absent while it is open
 */
public record Branch(
        long id,
        String fund,
        LocalDate from,
        Instant known,
        String reason,
        String openedBy,
        Instant openedAt,
        String request,
        Optional<Word> word) {
    /** What became of a branch. */
    public enum Act {
        /** Its strikes count now. */
        APPROVE,
        /** Its strikes count for nothing; they stay readable. */
        ABANDON
    }

    /** One person's word about it. */
    public record Word(Act act, String by, Instant at, String reason) {}

    public boolean isOpen() {
        return word.isEmpty();
    }
}
