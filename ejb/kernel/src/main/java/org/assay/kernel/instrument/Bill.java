package org.assay.kernel.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * A discount bill: quantity is face, price is per one unit of face (0.9932, not 99.32), repaid at 1 on its maturity.
 */
public record Bill(String id, String name, Currency currency, LocalDate maturity, boolean illustrative)
        implements Instrument {
    @Override
    public BigDecimal assetValue(Quantity held, Price price) {
        return price.times(held);
    }
}
