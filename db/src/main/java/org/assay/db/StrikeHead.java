package org.assay.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What lists say of a strike, without its books.
 *
 * @param id of the row
 * @param inputs digest of what it was made of
 * @param result digest of what it decided
 * @param status as its decisions make it
 * @param netAssets in base currency
 * @param controlsRun how many controls looked
 * @param controlsFailed how many of them found something wrong
 */
public record StrikeHead(
        long id,
        StrikeId strike,
        Instant valuationPoint,
        Instant known,
        String inputs,
        String result,
        Status status,
        BigDecimal netAssets,
        String currency,
        int controlsRun,
        int controlsFailed,
        AskedBy askedBy,
        Instant struckAt,
        Optional<Approval> approval,
        List<ClassLine> classes) {
    /** Where a NAV stands; derived from decisions, never stored. */
    public enum Status {
        /** A hard control failed: the fund stops. */
        HELD,
        /** Awaits a second person. */
        REVIEW,
        /** Approved, and a day before it is not. */
        APPROVED,
        /** Approved, and so is every day before it. */
        PUBLISHED
    }

    /** A second person's word. */
    public record Approval(String by, Instant at, String reason) {}

    /** A class at the close. */
    public record ClassLine(String shareClass, BigDecimal netAssets, BigDecimal shares, BigDecimal perShare) {}

    public StrikeHead {
        classes = List.copyOf(classes);
    }

    public LocalDate date() {
        return strike.date();
    }
}
