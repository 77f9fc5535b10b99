package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A lot at the close, or a piece of one that was closed on the day.
 *
 * @param exit the price a piece was closed at; absent for what is open
 * @param account where its cost stands; empty for a future
 * @param gain of a future since it was opened, in its currency, rounded as formulas round; nothing for everything else
 * @param counted of that gain, what was counted before the day
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
        BigDecimal gain,
        BigDecimal counted) {

    /** What became of it. */
    enum Fate {
        OPEN,
        CLOSED,
        /** By the final settlement of its contract, whose margin is cash the same day. */
        FINAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isFuture() {
        return account.isEmpty();
    }

    /** A future's margin of the day. */
    BigDecimal today() {
        return gain.subtract(counted);
    }

    /** What the formulas of other sheets tell lots apart by. */
    List<String> kind() {
        return List.of(fate.word(), instrument, place, account);
    }

    /** The two as one: what they hold, cost and gained together. */
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
                gain.add(other.gain()),
                counted.add(other.counted()));
    }
}
