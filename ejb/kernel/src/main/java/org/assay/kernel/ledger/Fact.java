package org.assay.kernel.ledger;

import java.util.Comparator;

/** Something that happened to a fund. Appended, never changed. The permits list is the register of kinds. */
public sealed interface Fact permits Trade, CapitalOrder, CashMovement, MarginRate, Cancellation {
    /** By effective time, then id: the order they are booked in, whatever order they arrived in. */
    Comparator<Fact> ORDER = Comparator.comparing((Fact fact) -> fact.stamp().effective())
            .thenComparing(fact -> fact.stamp().id());

    Stamp stamp();
}
