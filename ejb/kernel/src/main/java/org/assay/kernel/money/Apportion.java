package org.assay.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides money so that the parts add up to the whole (rule G7): each unrounded share is truncated to the minor unit, then
 * the spare minor units go one each to the largest remainders; ties go to whoever stands first.
 *
 * <p>100.01 over weights 1 and 1: 50.005 each, truncated 50.00, one cent spare, a tie: 50.01 and 50.00.
 */
public final class Apportion {
    private static final int GUARD_DIGITS = 34;

    private Apportion() {}

    /**
     * @param weights not negative; when all are zero they count as equal, so that nothing is lost
     * @return one part per weight, in their order; an amount below zero is divided as its opposite
     */
    public static List<Money> byWeight(Money total, List<BigDecimal> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException(total + " cannot be divided among nobody");
        }
        if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights %s: expected none below zero".formatted(weights));
        }
        if (weights.size() == 1) {
            return List.of(total);
        }
        if (total.signum() < 0) {
            return byWeight(total.negate(), weights).stream().map(Money::negate).toList();
        }
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return byWeight(
                    total, weights.stream().map(weight -> BigDecimal.ONE).toList());
        }
        return toTheUnit(
                total,
                weights.stream()
                        .map(weight -> total.amount().multiply(weight).divide(sum, GUARD_DIGITS, RoundingMode.DOWN))
                        .toList());
    }

    /**
     * Rounds exact parts, of either sign, so that they add up to a total that was itself rounded from their sum.
     *
     * @throws IllegalArgumentException when the total is further from the sum of the parts than rounding explains
     */
    public static List<Money> toTheUnit(Money total, List<BigDecimal> exact) {
        Currency currency = total.currency();
        List<Money> parts = new ArrayList<>();
        for (BigDecimal part : exact) {
            parts.add(Money.rounded(part, currency, RoundingMode.FLOOR));
        }
        Money spare = parts.stream().reduce(total, Money::minus);
        int units = spare.amount().unscaledValue().intValueExact();
        if (units < 0 || units > parts.size()) {
            throw new IllegalArgumentException("parts %s do not make up %s".formatted(exact, total));
        }
        Comparator<Integer> byRemainder =
                Comparator.comparing(i -> exact.get(i).subtract(parts.get(i).amount()), Comparator.reverseOrder());
        Money unit = new Money(BigDecimal.ONE.movePointLeft(currency.decimals()), currency);
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(byRemainder)
                .limit(units)
                .forEach(i -> parts.set(i, parts.get(i).plus(unit)));
        return List.copyOf(parts);
    }
}
