package org.assay.kernel.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import org.assay.kernel.money.Money;

/**
 * Cash that falls due on a day because of something already booked. Derived, never a fact; a custodian's file may contradict
 * it, and that is a break.
 *
 * @param claim the receivable or payable it settles
 * @param cash the account it moves on
 * @param amount signed: positive comes in
 */
public record Due(LocalDate date, String fact, Account claim, Tag claimTag, Account cash, Tag cashTag, Money amount) {
    public static final Comparator<Due> ORDER = Comparator.comparing(Due::date)
            .thenComparing(Due::fact)
            .thenComparing(Due::claim)
            .thenComparing(Due::claimTag)
            .thenComparing(Due::cashTag)
            .thenComparing(due -> due.amount().amount());
}
