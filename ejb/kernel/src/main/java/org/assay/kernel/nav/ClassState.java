package org.assay.kernel.nav;

import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/** A class between two strikes: shares outstanding and net assets, at the close. */
public record ClassState(String shareClass, Quantity shares, Money netAssets) {}
