package org.assay.reports.period;

import java.math.BigDecimal;

/**
 * Two figures that were come to by different ways and should be one.
 *
 * @param claim what holds when they are
 * @param found what the table comes to
 * @param against what it must agree with
 */
record Check(String claim, Side found, Side against) {
    /**
     * One of the two.
     *
     * @param formula by which a workbook comes to it, of named cells; empty for what is simply so
     */
    record Side(BigDecimal number, String formula) {
        static Side of(Cell.Figure figure) {
            return new Side(figure.number(), figure.name());
        }

        static Side of(BigDecimal number) {
            return new Side(number, "");
        }
    }

    /** That what differs in a table comes to nothing. */
    static Check isNothing(String claim, Cell.Figure differences) {
        return new Check(claim, Side.of(differences), Side.of(BigDecimal.ZERO));
    }

    BigDecimal difference() {
        return found.number().subtract(against.number());
    }

    boolean passes() {
        return difference().signum() == 0;
    }

    /** Of more decimals: the two must agree to the last. */
    int decimals() {
        return Math.max(found.number().scale(), against.number().scale());
    }
}
