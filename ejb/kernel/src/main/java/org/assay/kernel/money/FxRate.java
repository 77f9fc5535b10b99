package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Units of {@code base} for one unit of {@code currency}: EUR at 1.0837 USD is {@code (EUR, USD, 1.0837)}.
 *
 * @param rate positive
 */
public record FxRate(Currency currency, Currency base, Rate rate) {
    public FxRate {
        if (rate.fraction().signum() <= 0) {
            throw new IllegalArgumentException(
                    "rate of %s in %s is %s: expected above 0".formatted(currency, base, rate));
        }
    }

    /** A currency in itself. */
    public static FxRate par(Currency currency) {
        return new FxRate(currency, currency, Rate.ONE);
    }

    public Money convert(Money local, RoundingMode mode) {
        if (!local.currency().equals(currency)) {
            throw new IllegalArgumentException("%s is not in %s".formatted(local, currency));
        }
        return Money.rounded(exact(local.amount()), base, mode);
    }

    /** Exact; the caller rounds once. */
    public BigDecimal exact(BigDecimal local) {
        return local.multiply(rate.fraction());
    }
}
