package org.assay.kernel.nav;

import org.assay.kernel.money.Money;

/**
 * The margin of one contract at one broker since it was first traded, in the contract's currency: what control C11 holds
 * against realised and unrealised results.
 *
 * @param paid variation margin counted, signed: positive is a gain
 * @param realised result of closed lots, commission left aside
 */
public record MarginAccount(String instrument, String location, Money paid, Money realised) {}
