package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report that was made, without its bytes.
 *
 * @param status of the strike when it was made
 * @param size in bytes
 * @param inputs digest of what the strike was made of
 * @param result digest of what it decided
 * @param provenance absent for a report made before it was kept
 */
public record KeptReport(
        LocalDate date,
        int version,
        String kind,
        String status,
        String fileName,
        String mediaType,
        String sha256,
        int size,
        Instant madeAt,
        String inputs,
        String result,
        Optional<Provenance> provenance) {
    /**
     * What it was made of and by.
     *
     * @param known nothing recorded later stands in it
     * @param code version of the program
     * @param rules digest of the terms in force
     * @param prices digest of the prices and rates used
     */
    public record Provenance(Instant known, String code, String rules, String prices) {}
}
