package org.assay.kernel.money;

/**
 * A currency of account, stablecoins included. Our own, because the JDK's table changes with the JDK and knows no USDC.
 *
 * @param code three to ten capital letters or digits
 * @param decimals of its minor unit, 0 to 8
 */
public record Currency(String code, int decimals) implements Comparable<Currency> {
    public Currency {
        if (!code.matches("[A-Z0-9]{3,10}")) {
            throw new IllegalArgumentException(
                    "currency code '%s': expected 3 to 10 capitals or digits".formatted(code));
        }
        if (decimals < 0 || decimals > 8) {
            throw new IllegalArgumentException("currency %s, decimals %s: expected 0 to 8".formatted(code, decimals));
        }
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
