package org.assay.kernel.nav;

import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Currency;

/** What an account pays on a credit balance. Overdrafts carry no interest until a rate for them is agreed. */
public record CashInterest(String place, Currency currency, RateSchedule rate) {}
