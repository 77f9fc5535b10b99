package org.assay.kernel.instrument;

import java.math.BigDecimal;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * A crypto token of a compute network, as one economic asset.
 *
 * @param currency what its price is quoted in
 * @param decimals of its quantity, at most 18; more are truncated at intake (NEAR has 24 on chain)
 */
public record Token(String id, String name, Currency currency, int decimals, boolean illustrative)
        implements Instrument {
    public Token {
        if (decimals < 0 || decimals > Quantity.SCALE) {
            throw new IllegalArgumentException("token %s, decimals %s: expected 0 to 18".formatted(id, decimals));
        }
    }

    @Override
    public BigDecimal assetValue(Quantity held, Price price) {
        return price.times(held);
    }
}
