package org.assay.kernel.instrument;

import java.math.BigDecimal;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/** What a fund can hold. The permits list is the register of kinds. */
public sealed interface Instrument permits Token, Future, Bill, Cash {
    /** Unique in the fund's reference data. */
    String id();

    /** What it is called on a statement. */
    String name();

    /** What it is quoted and settled in. */
    Currency currency();

    /** Invented for demonstration, not listed anywhere: whoever shows it must say so. */
    boolean illustrative();

    /** What the balance sheet shows at this price, exact: nothing for a daily-settled future, whose gains are cash. */
    BigDecimal assetValue(Quantity held, Price price);

    /** Economic exposure at this price, exact: market value for what is paid for in full, the notional of a future. */
    default BigDecimal exposure(Quantity held, Price price) {
        return assetValue(held, price);
    }
}
