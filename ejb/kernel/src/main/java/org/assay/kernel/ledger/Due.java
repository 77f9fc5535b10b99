package org.assay.kernel.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.assay.kernel.money.Money;

/**
 * Cash that falls due on a day because of something already booked. Derived, never a fact; a custodian's file may contradict
 * it, and that is a break.
 *
 * @param claim the receivable or payable it settles
 * @param cash the account it moves on
 * @param amount of the claim, signed: positive comes in
 */
public record Due(
        LocalDate date,
        String fact,
        Account claim,
        Tag claimTag,
        Account cash,
        Tag cashTag,
        Money amount,
        Optional<Retained> retained) {
    /** A redemption fee: part of the claim that is not paid out but stays with the class as capital (J02b). */
    public record Retained(String shareClass, Money amount) {}

    public static final Comparator<Due> ORDER = Comparator.comparing(Due::date)
            .thenComparing(Due::fact)
            .thenComparing(Due::claim)
            .thenComparing(Due::claimTag)
            .thenComparing(Due::cashTag)
            .thenComparing(due -> due.amount().amount());
}
