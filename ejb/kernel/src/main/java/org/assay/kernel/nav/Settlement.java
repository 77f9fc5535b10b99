package org.assay.kernel.nav;

import java.util.List;
import org.assay.kernel.ledger.Due;

/** Cash falls due on its day because of what is booked; no file is needed for it, and a file may contradict it. */
final class Settlement {
    private Settlement() {}

    static void payDue(Day day) {
        List<Due> today = day.dues.stream()
                .filter(due -> !due.date().isAfter(day.date))
                .sorted(Due.ORDER)
                .toList();
        day.dues.removeAll(today);
        today.forEach(due -> pay(day, due));
    }

    /** Pays at once what is due already, remembers the rest. */
    static void expect(Day day, Due due) {
        if (due.date().isAfter(day.date)) {
            day.dues.add(due);
        } else {
            pay(day, due);
        }
    }

    private static void pay(Day day, Due due) {
        day.ledger
                .entry("settlement", due.fact())
                .add(due.cash(), due.cashTag(), due.amount())
                .add(due.claim(), due.claimTag(), due.amount().negate())
                .post();
    }
}
