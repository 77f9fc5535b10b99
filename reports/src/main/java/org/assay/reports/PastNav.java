package org.assay.reports;

import java.time.LocalDate;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;

/** A class's NAV of one day, as it was struck. */
public record PastNav(LocalDate date, String shareClass, Money netAssets, Price perShare) {}
