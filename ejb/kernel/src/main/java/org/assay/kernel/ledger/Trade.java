package org.assay.kernel.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * A purchase or a sale.
 *
 * @param quantity signed: positive is bought; tokens, lots of a future, units of face
 * @param location where it is held; cash moves on the account that place settles through
 * @param commission in the instrument's currency, not negative
 * @param feeInKind taken by the venue out of what was bought: quantity is gross, what arrives is less by this
 * @param programme the roll programme it fills, if any
 */
public record Trade(
        Stamp stamp,
        LocalDate tradeDate,
        LocalDate settleDate,
        String instrument,
        String location,
        Quantity quantity,
        Price price,
        Money commission,
        Quantity feeInKind,
        Optional<String> programme)
        implements Fact {}
