package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A lot at the close, or a piece of one that was closed on the day.
 *
 * @param exit the price a piece was closed at; absent for what is open
 * @param counted margin counted before the day, in the instrument's currency; nothing but for a future
 * @param account where its cost stands; empty for a future
 */
record LotRow(
        String id,
        Fate fate,
        String instrument,
        String place,
        LocalDate opened,
        BigDecimal quantity,
        BigDecimal price,
        Optional<BigDecimal> exit,
        BigDecimal cost,
        BigDecimal baseCost,
        String account,
        BigDecimal counted) {

    /** What became of it. */
    enum Fate {
        OPEN,
        CLOSED,
        /** By the final settlement of its contract, whose margin is cash the same day. */
        FINAL
    }

    /** The two as one: what they hold and cost together. */
    LotRow plus(LotRow other) {
        return new LotRow(
                id,
                fate,
                instrument,
                place,
                opened,
                quantity.add(other.quantity()),
                price,
                exit,
                cost.add(other.cost()),
                baseCost.add(other.baseCost()),
                account,
                counted.add(other.counted()));
    }
}
