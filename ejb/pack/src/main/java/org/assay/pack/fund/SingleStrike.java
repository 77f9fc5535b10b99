package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The one strike a pack is of, where it holds what that strike knew and nothing else.
 *
 * @param version of the NAV of its day, 1 unless it was restated
 * @param attempt at this version, from 1
 * @param knew what earlier strikes knew, as far as this one asks for it
 */
public record SingleStrike(int version, int attempt, List<Knew> knew) {
    /** K of the strike of an earlier day: a person may have asked for it, or a branch have replayed it. */
    public record Knew(LocalDate date, Instant known) {}

    public SingleStrike {
        knew = List.copyOf(knew);
    }
}
