package org.assay.reports.pdf;

import java.util.function.Predicate;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.reports.StruckNav;

/** Sums of what the day's entries posted, and of what stood before them and stands after. A debit is positive. */
record Journal(StruckNav nav) {
    Money zero() {
        return Money.zero(nav.fund().base());
    }

    /** In base currency. */
    Money posted(Predicate<Line> which) {
        return nav.result().entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(which)
                .map(Line::base)
                .reduce(zero(), Money::plus);
    }

    /** What the day's entries brought, by account and whose it is: a gain is positive. */
    Money gained(Account account, Predicate<Line> which) {
        return posted(line -> line.account() == account && which.test(line)).negate();
    }

    Money opening(Predicate<Balance> which) {
        return sum(nav.inputs().opening().balances().stream().filter(which).toList());
    }

    Money closing(Predicate<Balance> which) {
        return sum(nav.result().closing().balances().stream().filter(which).toList());
    }

    static boolean isOfClass(Line line) {
        return line.tag().shareClass().isPresent();
    }

    private Money sum(Iterable<Balance> balances) {
        Money sum = zero();
        for (Balance balance : balances) {
            sum = sum.plus(balance.base());
        }
        return sum;
    }
}
