package org.assay.kernel.nav;

import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * An order dealt by a strike, waiting to enter the books at the next open.
 *
 * @param price NAV per share it was dealt at
 * @param shares issued or redeemed, above zero
 * @param amount paid in or out, above zero
 */
public record Deal(CapitalOrder order, Price price, Quantity shares, Money amount) {}
