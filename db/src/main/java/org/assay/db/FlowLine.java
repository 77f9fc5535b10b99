package org.assay.db;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Capital that entered a class at the open of a day, or left it, in base currency. It was dealt at the NAV before.
 *
 * @param subscribed what came in
 * @param redeemed what went out, above zero
 */
public record FlowLine(LocalDate date, String shareClass, BigDecimal subscribed, BigDecimal redeemed) {}
