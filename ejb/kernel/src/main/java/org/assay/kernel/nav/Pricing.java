package org.assay.kernel.nav;

import java.util.Optional;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.Quote;

/** The newest known quote of each instrument becomes its mark; without a new one the last mark is carried. */
final class Pricing {
    private Pricing() {}

    static void mark(Day day) {
        for (Quote quote : day.inputs.quotes()) {
            if (quote.kind() != Quote.Kind.FINAL) {
                Mark next = Optional.ofNullable(day.marks.get(quote.instrument()))
                        .map(last -> last.next(quote))
                        .orElseGet(() -> Mark.first(quote));
                day.marks.put(quote.instrument(), next);
            }
        }
    }
}
