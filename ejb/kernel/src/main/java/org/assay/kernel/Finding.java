package org.assay.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a control or an intake check has to say about a day, with its evidence.
 *
 * @param date the day it concerns
 * @param control the control's code, as in the controls table: C01, C20, C36
 * @param subject what it is about: an instrument, an entry, a class, a fact
 * @param measured the figure found, in the unit the text names
 * @param limit the figure it was held against
 * @param text one sentence a person can act on
 */
public record Finding(
        LocalDate date,
        String control,
        Severity severity,
        String subject,
        BigDecimal measured,
        BigDecimal limit,
        String text) {

    /** Sorted as they are read: by day, control, subject, then the rest so that the order never depends on arrival. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::date)
            .thenComparing(Finding::control)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::text);

    /** What a finding does to the NAV. */
    public enum Severity {
        /** For the record. */
        INFO,
        /** A second person must look before the NAV is published; the next day may be struck. */
        REVIEW,
        /** The NAV is held and the fund stops until it is cleared. */
        BLOCK
    }
}
