package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Currency per one unit: of a token, of a future's underlying unit, of face. A bill at 99.32 percent is 0.9932. Futures may
 * be negative (WTI settled at -37.63 on 2020-04-20), so nothing here is unsigned.
 *
 * @param perUnit at most 10 decimals; a source with more is rounded by whoever reads it, who says so in the quote's source
 */
public record Price(BigDecimal perUnit, Currency currency) {
    public static final int SCALE = 10;

    public Price {
        // As a quantity: more digits than the scale throw, idle zeros go.
        perUnit = perUnit.scale() > SCALE ? perUnit.setScale(SCALE, RoundingMode.UNNECESSARY) : perUnit;
        perUnit = Plain.stripped(perUnit);
    }

    /** Exact; the caller rounds once. */
    public BigDecimal times(Quantity quantity) {
        return perUnit.multiply(quantity.units());
    }

    /** What one unit gained since {@code earlier}, exact and signed. */
    public BigDecimal since(Price earlier) {
        if (!earlier.currency.equals(currency)) {
            throw new IllegalArgumentException("%s and %s are not in one currency".formatted(this, earlier));
        }
        return perUnit.subtract(earlier.perUnit);
    }

    @Override
    public String toString() {
        return Plain.text(perUnit) + " " + currency;
    }
}
