package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount at its currency's minor unit. The constructor refuses digits below it: nothing rounds by accident, and equals is
 * numeric because the scale is fixed.
 *
 * @param amount signed; in the ledger positive is a debit
 */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        amount = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The one place where an exact product becomes money. */
    public static Money rounded(BigDecimal exact, Currency currency, RoundingMode mode) {
        return new Money(exact.setScale(currency.decimals(), mode), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    /** The share of this amount that {@code part} of {@code whole} carries; all of it when they are equal (rule G5). */
    public Money share(BigDecimal part, BigDecimal whole, RoundingMode mode) {
        if (part.compareTo(whole) == 0) {
            return this;
        }
        return new Money(amount.multiply(part).divide(whole, currency.decimals(), mode), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public int signum() {
        return amount.signum();
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("%s and %s do not add up".formatted(this, other));
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
