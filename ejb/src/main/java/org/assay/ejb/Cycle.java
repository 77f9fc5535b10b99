package org.assay.ejb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The funds whose day ends at the same local time: what the night does for them, step by step.
 *
 * @param date business date
 * @param time local, HH:MM
 * @param zone IANA
 * @param deadline the earliest intake deadline of its funds
 * @param steps in order; every fund is counted once in each
 */
public record Cycle(
        LocalDate date,
        String time,
        String zone,
        Instant valuationPoint,
        Instant deadline,
        int funds,
        List<StepCount> steps) {
    public Cycle {
        steps = List.copyOf(steps);
    }

    /** What the night does for a fund and day, in order. Where a step stands follows from the books and is kept nowhere. */
    public enum Step {
        /** Nothing more may come in: the intake deadline has passed. */
        DATA,
        /** Everything held has a price, by the fund's policy for missing ones; a NAV may be struck and held for want of one. */
        PRICES,
        /** The NAV is in the books. */
        STRIKE,
        /** No hard control failed but those over prices. */
        CONTROLS,
        /** Has no rules yet, so nothing can fail: done with the controls. */
        COMPLIANCE,
        /** Of a fund's last NAV, in the status it stands in; a day that another followed needs none. */
        REPORTS,
        /** A second person approved it. */
        SIGN_OFF
    }

    /** Where a step stands for a fund and day. */
    public enum State {
        DONE,
        /** Goes now, by itself or by the person whose step it is. */
        DUE,
        /** Somebody must clear something first. */
        HELD,
        /** For the clock, for an earlier step, or for the day before. */
        WAITS
    }

    /** How many funds a step is done for, due, held and not yet come to. */
    public record StepCount(Step step, int done, int due, int held, int waits) {}
}
