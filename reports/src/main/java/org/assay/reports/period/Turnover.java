package org.assay.reports.period;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckDay;

/**
 * Portfolio turnover: the lesser of purchases and sales over the average value of what was held, at the start and at the end of
 * each month (Form N-1A, item 13, instruction 4). Tokens only: a bill is repaid within a year, and a future costs nothing.
 */
final class Turnover {
    private final Money zero;
    private final Money opening;
    private final SortedMap<YearMonth, Money> ends = new TreeMap<>();
    private Money purchases;
    private Money sales;

    Turnover(StruckDay first) {
        zero = Money.zero(first.inputs().terms().base());
        purchases = zero;
        sales = zero;
        opening = first.inputs().opening().lots().stream()
                .filter(lot -> isToken(first, lot.instrument()))
                .map(lot -> lot.baseCost().plus(lot.unrealised()))
                .reduce(zero, Money::plus);
    }

    void add(StruckDay day, List<Relieved> relieved) {
        for (Entry entry : day.result().entries()) {
            if (entry.kind().equals("buy")) {
                purchases = entry.lines().stream()
                        .filter(line -> line.account() == Account.TOKENS_AT_COST)
                        .map(Line::base)
                        .reduce(purchases, Money::plus);
            }
        }
        sales = relieved.stream()
                .filter(piece -> isToken(day, piece.instrument()))
                .map(Relieved::proceeds)
                .reduce(sales, Money::plus);
        ends.put(
                YearMonth.from(day.inputs().date()),
                day.result().positions().stream()
                        .filter(position -> isToken(day, position.instrument()))
                        .map(Position::marketValue)
                        .reduce(zero, Money::plus));
    }

    Money purchases() {
        return purchases;
    }

    Money sales() {
        return sales;
    }

    /** Of the value at the start and at each month's last strike. */
    Money average() {
        Money sum = ends.values().stream().reduce(opening, Money::plus);
        return Money.rounded(
                Ratio.of(
                        sum.amount(),
                        BigDecimal.valueOf(ends.size() + 1L),
                        zero.currency().decimals()),
                zero.currency(),
                Ratio.MODE);
    }

    private static boolean isToken(StruckDay day, String instrument) {
        return day.inputs().instruments().get(instrument) instanceof Token;
    }
}
