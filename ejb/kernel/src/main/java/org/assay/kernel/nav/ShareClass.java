package org.assay.kernel.nav;

import java.time.LocalDate;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Price;

/**
 * A class of shares.
 *
 * @param code by which ties are broken, ascending
 * @param launch first day on which it may be dealt
 * @param initialPrice per share while it has no shares; its currency is the class's, and the fund's base currency
 * @param shareDecimals shares issued are truncated here, at most 4
 * @param priceDecimals NAV per share is rounded here, HALF_UP, at most 10
 * @param managementFee on opening class net assets after capital
 * @param redemptionFee kept in the class out of what a redemption pays
 */
public record ShareClass(
        String code,
        LocalDate launch,
        Price initialPrice,
        int shareDecimals,
        int priceDecimals,
        RateSchedule managementFee,
        DealingFee redemptionFee) {}
