package org.assay.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that came.
 *
 * @param file as it arrived
 * @param rows of it that were new
 * @param size in bytes; absent where neither its content nor its size is kept
 * @param reasons why it was refused, the first of them
 */
public record ArrivedFile(
        long id,
        Arrival file,
        int rows,
        Outcome outcome,
        Optional<Integer> size,
        List<String> reasons,
        Instant receivedAt) {
    public ArrivedFile {
        reasons = List.copyOf(reasons);
    }

    /** What came of it. */
    public enum Outcome {
        /** Something in it was new. */
        TAKEN,
        /** Nothing in it was new. */
        REPEATED,
        /** Something in it cannot be, so nothing of it was taken. */
        REFUSED
    }
}
