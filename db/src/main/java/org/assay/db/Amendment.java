package org.assay.db;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of what a fund stands on, before and after a second person decided about it.
 *
 * @param kind of change, as {@link org.assay.pack.fund.Amending#kind} names it
 * @param content a file with a header: a row for each thing that changes
 * @param firstDay the first on which anything in it counts; absent for what has no effect before it is used
 * @param request made by who asks: asked twice it is asked for once
 * @param word what the second person said; absent while nobody has
 */
public record Amendment(
        long id,
        String fund,
        String kind,
        String content,
        Optional<LocalDate> firstDay,
        String reason,
        String request,
        String askedBy,
        Instant askedAt,
        Optional<Word> word) {
    /** What ends it. */
    public enum Act {
        /** By a second person: it counts from its day. */
        AGREE,
        /** By a second person, or taken back by who asked. */
        REJECT
    }

    /** The one word about it. */
    public record Word(Act act, String by, Instant at, String reason) {}

    /** The file, as it was sent. */
    public byte[] file() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody has decided about it. */
    public boolean isOpen() {
        return word.isEmpty();
    }
}
