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
 * @param branch it was struck on; absent on the fund's own line
 * @param opening the strike whose books it opened with; absent for a fund's first
 * @param inputs digest of what it was made of
 * @param result digest of what it decided
 * @param status as its decisions make it
 * @param isHeld a hard control failed, whatever became of the strike
 * @param netAssets in base currency
 * @param controlsRun how many controls looked
 * @param controlsFailed how many of them found something wrong
 */
public record StrikeHead(
        long id,
        StrikeId strike,
        Optional<Long> branch,
        Optional<Long> opening,
        Instant valuationPoint,
        Instant known,
        String inputs,
        String result,
        Status status,
        boolean isHeld,
        BigDecimal netAssets,
        String currency,
        int controlsRun,
        int controlsFailed,
        AskedBy askedBy,
        Instant struckAt,
        Optional<Word> approval,
        Optional<Word> sentBack,
        List<ClassLine> classes) {
    /** Where a NAV stands; derived from decisions, never stored. */
    public enum Status {
        /** A hard control failed: the fund stops. */
        HELD,
        /** Awaits a second person. */
        REVIEW,
        /** A second person did not sign it: the fund stops until it is struck again. */
        SENT_BACK,
        /** Approved, and a day before it is not. */
        APPROVED,
        /** Approved, and so is every day before it. */
        PUBLISHED,
        /** A later attempt or version counts for its day. */
        SUPERSEDED,
        /** On a branch nobody has decided about. */
        PROPOSED,
        /** On a branch that was given up. */
        ABANDONED
    }

    /** What a second person said. */
    public record Word(String by, Instant at, String reason) {}

    /** A class at the close. */
    public record ClassLine(String shareClass, BigDecimal netAssets, BigDecimal shares, BigDecimal perShare) {}

    public StrikeHead {
        classes = List.copyOf(classes);
    }

    /** The line of the fund's history it continues, as it stood when it was struck. */
    Line line() {
        return new Line(branch, struckAt);
    }

    /** A second person's word stands under it, and it counts. */
    public boolean isApproved() {
        return status == Status.APPROVED || status == Status.PUBLISHED;
    }

    /** The fund stops here until somebody clears it: a hard control failed, or a second person sent it back. */
    public boolean stopsTheFund() {
        return status == Status.HELD || status == Status.SENT_BACK;
    }

    /** Nothing took its place, and it stands on no branch that is open or was given up. */
    public boolean counts() {
        return status != Status.SUPERSEDED && status != Status.PROPOSED && status != Status.ABANDONED;
    }

    StrikeHead with(List<ClassLine> lines) {
        return new StrikeHead(
                id,
                strike,
                branch,
                opening,
                valuationPoint,
                known,
                inputs,
                result,
                status,
                isHeld,
                netAssets,
                currency,
                controlsRun,
                controlsFailed,
                askedBy,
                struckAt,
                approval,
                sentBack,
                lines);
    }

    public LocalDate date() {
        return strike.date();
    }
}
