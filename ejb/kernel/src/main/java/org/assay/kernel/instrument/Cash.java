package org.assay.kernel.instrument;

import java.math.BigDecimal;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/** Money on an account, as a position; its id is the currency's code and its price is 1 in itself. */
public record Cash(Currency currency) implements Instrument {
    @Override
    public String id() {
        return currency.code();
    }

    @Override
    public String name() {
        return "Cash " + currency.code();
    }

    @Override
    public boolean illustrative() {
        return false;
    }

    @Override
    public BigDecimal assetValue(Quantity held, Price price) {
        return price.times(held);
    }
}
