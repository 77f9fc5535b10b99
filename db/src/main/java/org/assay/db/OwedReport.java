package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report that is to be made.
 *
 * @param strike it is of
 * @param status of the strike, for which it is owed
 * @param tries that failed
 * @param why the last of them did
 * @param notBefore when it may be tried again
 */
public record OwedReport(
        String fund,
        long strike,
        LocalDate date,
        String kind,
        String status,
        int tries,
        Optional<String> why,
        Instant notBefore) {
    /** Not tried yet. */
    public static OwedReport of(StrikeHead strike, String kind, String status) {
        return new OwedReport(
                strike.strike().fund(), strike.id(), strike.date(), kind, status, 0, Optional.empty(), Instant.EPOCH);
    }
}
