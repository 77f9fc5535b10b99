package org.assay.kernel.nav;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.Quote;

/**
 * The newest known quote of each instrument becomes its mark; without a new one the last mark is carried. Where the fund's
 * policy says so, the price used is then an estimate beside the mark, which stays what was last observed.
 */
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
        for (Day.Holding holding : day.holdings()) {
            estimate(day, holding.instrument()).ifPresent(made -> day.estimates.put(holding.instrument(), made));
        }
    }

    /** Of something held whose price of the day is missing, by a proxy that is priced on both days. */
    private static Optional<Estimate> estimate(Day day, String id) {
        Optional<String> proxy = Optional.ofNullable(day.terms.proxies().get(id));
        if (proxy.isEmpty() || day.terms.prices(day.instrument(id)).missing() != PricePolicy.Missing.ESTIMATE) {
            return Optional.empty();
        }
        Optional<Mark> last = Optional.ofNullable(day.marks.get(id))
                .filter(mark -> mark.date().isBefore(day.date));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        return of(day.inputs.earlierQuotes(), proxy.get(), last.get().date())
                .flatMap(then -> of(day.inputs.quotes(), proxy.get(), day.date)
                        .flatMap(now -> Estimate.of(last.get(), then, now)));
    }

    private static Optional<Quote> of(List<Quote> quotes, String instrument, LocalDate date) {
        return quotes.stream()
                .filter(quote -> quote.instrument().equals(instrument)
                        && quote.date().equals(date)
                        && quote.kind() != Quote.Kind.FINAL)
                .reduce((earlier, later) -> later);
    }
}
