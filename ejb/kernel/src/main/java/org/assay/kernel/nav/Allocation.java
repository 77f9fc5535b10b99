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
        List<BigDecimal> weights = weights(day, classes);
        List<Money> parts = Apportion.byWeight(result, weights);
        for (int i = 0; i < classes.size(); i++) {
            classes.get(i).allocated = parts.get(i);
        }
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
