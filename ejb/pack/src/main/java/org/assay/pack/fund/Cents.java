package org.assay.pack.fund;

import java.math.BigDecimal;
import org.assay.kernel.money.Currency;

/** Whether a number has no more digits than what it counts. */
final class Cents {
    private Cents() {}

    /** An amount of this currency, to its minor unit. */
    static boolean fits(BigDecimal amount, Currency currency) {
        return fits(amount, currency.decimals());
    }

    static boolean fits(BigDecimal number, int decimals) {
        return number.stripTrailingZeros().scale() <= decimals;
    }

    /** What a person should have written. */
    static String of(Currency currency) {
        return currency.decimals() == 0
                ? "a whole amount, as %s has no minor unit".formatted(currency)
                : "at most %s decimals, as %s has".formatted(currency.decimals(), currency);
    }
}
