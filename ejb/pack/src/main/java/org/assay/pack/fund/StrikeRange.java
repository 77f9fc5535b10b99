package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which strikes a pack's expected results are of.
 *
 * @param to last day, inclusive
 * @param known what every strike knew; absent when each knew what a scheduled one does
 * @param single present when the pack is of one strike alone, which knew {@code known}
 */
public record StrikeRange(LocalDate from, LocalDate to, Optional<Instant> known, Optional<SingleStrike> single) {
    /** Of a pack that holds the days before them too, or the books those closed. */
    public StrikeRange(LocalDate from, LocalDate to, Optional<Instant> known) {
        this(from, to, known, Optional.empty());
    }
}
