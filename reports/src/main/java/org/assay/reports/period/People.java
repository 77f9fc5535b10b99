package org.assay.reports.period;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Trade;
import org.assay.reports.StruckDay;

/** Who put what into the books of a period, counted. */
final class People {
    private final SortedMap<String, Counts> counts = new TreeMap<>();

    /** What one person, file desk or schedule put in. */
    record Counts(String by, long trades, long orders, long cash, long margin, long other, long strikes) {
        Counts plus(Counts more) {
            return new Counts(
                    by,
                    trades + more.trades,
                    orders + more.orders,
                    cash + more.cash,
                    margin + more.margin,
                    other + more.other,
                    strikes + more.strikes);
        }
    }

    void add(StruckDay day) {
        add(new Counts(day.struck().by(), 0, 0, 0, 0, 0, 1));
        for (Fact fact : day.inputs().facts()) {
            String by = day.posted(fact.stamp().id()).by();
            if (fact instanceof Trade) {
                add(new Counts(by, 1, 0, 0, 0, 0, 0));
            } else if (fact instanceof CapitalOrder) {
                add(new Counts(by, 0, 1, 0, 0, 0, 0));
            } else if (fact instanceof CashMovement) {
                add(new Counts(by, 0, 0, 1, 0, 0, 0));
            } else if (fact instanceof MarginRate) {
                add(new Counts(by, 0, 0, 0, 1, 0, 0));
            } else {
                add(new Counts(by, 0, 0, 0, 0, 1, 0));
            }
        }
    }

    /** By name. */
    List<Counts> counts() {
        return new ArrayList<>(counts.values());
    }

    private void add(Counts count) {
        counts.merge(count.by(), count, Counts::plus);
    }
}
