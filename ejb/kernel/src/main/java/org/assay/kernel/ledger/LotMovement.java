package org.assay.kernel.ledger;

import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/**
 * What a fact did to a lot.
 *
 * @param quantity signed: what came to the lot, or left it
 * @param cost signed, in the instrument's currency
 */
public record LotMovement(String lot, String fact, String instrument, String location, Quantity quantity, Money cost) {}
