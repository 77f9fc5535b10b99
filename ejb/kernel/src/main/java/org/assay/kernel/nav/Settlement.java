package org.assay.kernel.nav;

import java.util.List;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;

/** Cash falls due on its day because of what is booked; no file is needed for it, and a file may contradict it. */
final class Settlement {
    private Settlement() {}

    static void payDue(Day day) {
        List<Due> today = day.dues.stream()
                .filter(due -> !due.date().isAfter(day.date))
                .sorted(Due.ORDER)
                .toList();
        day.dues.removeIf(due -> !due.date().isAfter(day.date));
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
        Ledger.Posting entry = day.ledger.entry("settlement", due.fact());
        Money paid = due.amount();
        if (due.retained().isPresent()) {
            Due.Retained retained = due.retained().get();
            Day.ClassDay shareClass = day.classDay(retained.shareClass());
            shareClass.flow = shareClass.flow.plus(retained.amount());
            paid = paid.plus(retained.amount());
            entry.add(
                    Account.SHARES_ISSUED,
                    Tag.ofClass(retained.shareClass()),
                    retained.amount().negate());
        }
        entry.add(due.cash(), due.cashTag(), paid)
                .add(due.claim(), due.claimTag(), due.amount().negate())
                .post();
    }
}
