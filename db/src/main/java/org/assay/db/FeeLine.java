package org.assay.db;

import java.math.BigDecimal;

/**
 * What a strike charged a class.
 *
 * @param strike its row
 * @param account 5000 management, 5010 administration, 5020 performance
 * @param amount expense in base currency; below zero when it was given back
 */
public record FeeLine(long strike, String shareClass, String account, BigDecimal amount) {}
