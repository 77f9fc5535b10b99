package org.assay.kernel.roll;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.assay.kernel.money.Quantity;

/**
 * What a programme wants on one day.
 *
 * @param near contract month rolled out of
 * @param far contract month rolled into
 * @param businessDay of the month, by the contract's calendar
 * @param share of the position due by now, 0 to 1
 * @param target lots that should be moved by now, signed like the position
 * @param done lots that were moved before this step
 */
public record RollStep(
        String programme,
        YearMonth month,
        YearMonth near,
        YearMonth far,
        int businessDay,
        BigDecimal share,
        Quantity target,
        Quantity done) {

    /** Still to be moved today, signed like the position. */
    public Quantity owed() {
        return target.minus(done);
    }
}
