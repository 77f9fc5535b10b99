package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.List;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.Money;

/**
 * The fund's result of the day goes to its classes once, by opening class net assets after capital, spare cents to the
 * largest remainders, ties to the first class code (rule G7).
 *
 * <p>A class that was redeemed to nothing leaves what rounding left of it, of either sign, and later the fees its redemptions
 * paid: NAV per share x shares is not net assets to the cent. That belongs to whoever stays in the fund, so it goes with the
 * result of the day to the classes that still have holders.
 *
 * <pre>
 *   B: net assets 700,700.35, 7,000 shares at 100.1001 pay 700,700.70, left -0.35: A is given 0.35 less, B ends at 0.00
 * </pre>
 */
final class Allocation {
    private Allocation() {}

    static void allocate(Day day) {
        Money result = fundResult(day.ledger.entries(), Money.zero(day.terms.base()));
        List<Day.ClassDay> classes = day.classes.values().stream()
                .filter(shareClass -> !shareClass.terms.launch().isAfter(day.date))
                .toList();
        if (classes.isEmpty()) {
            return;
        }
        List<Day.ClassDay> left = left(classes);
        Money toGive = left.stream().map(Day.ClassDay::base).reduce(result, Money::plus);
        List<Day.ClassDay> takers = classes.stream()
                .filter(shareClass -> !left.contains(shareClass))
                .toList();
        List<Money> parts = Apportion.byWeight(toGive, weights(day, takers));
        for (int i = 0; i < takers.size(); i++) {
            takers.get(i).allocated = parts.get(i);
        }
        left.forEach(shareClass -> shareClass.allocated = shareClass.base().negate());
    }

    /** Classes without holders that still own or owe something, while another class has holders. */
    private static List<Day.ClassDay> left(List<Day.ClassDay> classes) {
        boolean others = classes.stream()
                .anyMatch(shareClass ->
                        !shareClass.shares.isZero() && shareClass.base().signum() > 0);
        return classes.stream()
                .filter(shareClass -> others
                        && shareClass.shares.isZero()
                        && !shareClass.base().isZero())
                .toList();
    }

    /**
     * Opening net assets after capital. Where there are none, what happens today belongs to those who are being dealt
     * today; a class nobody has or wants shares of gets nothing.
     */
    private static List<BigDecimal> weights(Day day, List<Day.ClassDay> classes) {
        List<BigDecimal> owned = classes.stream()
                .map(shareClass -> shareClass.base().amount().max(BigDecimal.ZERO))
                .toList();
        if (owned.stream().anyMatch(weight -> weight.signum() > 0)) {
            return owned;
        }
        return classes.stream()
                .map(shareClass -> day.orders.stream()
                        .filter(order -> order.shareClass().equals(shareClass.terms.code()))
                        .filter(order -> order.side() == CapitalOrder.Side.SUBSCRIPTION)
                        .filter(order -> !order.dealingDate().isAfter(day.date))
                        .flatMap(order -> order.amount().stream())
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    /** Income less expenses that belong to no class in particular; a gain is positive. */
    private static Money fundResult(List<Entry> entries, Money zero) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line ->
                        line.account().isResult() && line.tag().shareClass().isEmpty())
                .map(Line::base)
                .reduce(zero, Money::minus);
    }
}
