package org.assay.reports.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/**
 * A lot, or a piece of one, that was sold or repaid.
 *
 * @param fact the sale or the maturity
 * @param proceeds its part of them, after commission where the fund's policy is so, in base currency
 * @param cost what it was carried for, in base currency
 * @param price the part of the gain that the price made, account 4000
 * @param currency the part that the rate made, account 4010
 */
record Relieved(
        String lot,
        String fact,
        String instrument,
        String place,
        LocalDate opened,
        LocalDate closed,
        Quantity quantity,
        Money cost,
        Money proceeds,
        Money price,
        Money currency) {
    Money gain() {
        return price.plus(currency);
    }

    /** Calendar days from the one it was opened on to the one it was closed on. */
    long heldDays() {
        return ChronoUnit.DAYS.between(opened, closed);
    }
}
