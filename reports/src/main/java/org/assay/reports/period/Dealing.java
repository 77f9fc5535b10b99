package org.assay.reports.period;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.reports.Posted;

/**
 * A purchase, a sale, or what ended by its own terms.
 *
 * @param way in one word: buy, sell, repaid, settled
 * @param quantity signed: what came, or left
 * @param gross price x quantity, above zero, in the instrument's currency; for a future the notional, which is never paid
 * @param commission in the instrument's currency
 * @param net received, or paid with a minus, in the instrument's currency; for a future the commission alone
 * @param base what was bought cost, or what was sold brought, in base currency as the journal has it; nothing for a future
 * @param programme the roll programme it was made for
 */
record Dealing(
        String id,
        String way,
        LocalDate tradeDate,
        LocalDate settleDate,
        String instrument,
        String place,
        boolean future,
        Quantity quantity,
        Price price,
        Money gross,
        Money commission,
        Money net,
        Money base,
        Optional<String> programme,
        Posted posted) {}
