package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.pricing.Quote;

/** The half of C36 that says what was done without a price of the day, and makes estimates again to prove them. */
final class MissingPrice {
    private static final String NONE = "no price of the day in market/prices.csv: ";

    private MissingPrice() {}

    /** @param mark the last price observed, of an earlier day */
    static void note(Tally tally, NavInputs inputs, NavResult result, Instrument instrument, Mark mark) {
        Missing policy = inputs.terms().prices(instrument).missing();
        Optional<Estimate> made = result.estimate(instrument.id());
        if (policy == Missing.ESTIMATE && made.isPresent()) {
            tally.note(
                    Severity.REVIEW,
                    instrument.id(),
                    made.get().price().perUnit(),
                    mark.price().perUnit(),
                    NONE + "estimated " + made.get());
            return;
        }
        tally.note(
                policy == Missing.CARRY ? Severity.REVIEW : Severity.BLOCK,
                instrument.id(),
                BigDecimal.ZERO,
                BigDecimal.ONE,
                NONE
                        + "the one of %s is used".formatted(mark.date())
                        + (policy == Missing.ESTIMATE ? why(inputs, instrument.id(), mark.date()) : ""));
    }

    /** Why nothing could be estimated, and who can mend it. */
    private static String why(NavInputs inputs, String id, LocalDate last) {
        Optional<String> proxy = proxy(inputs, id);
        if (proxy.isEmpty()) {
            return ", as fund.json names no proxy to estimate it by";
        }
        LocalDate lacking = priced(inputs.quotes(), proxy.get(), inputs.date()).isEmpty() ? inputs.date() : last;
        return ", as its proxy %s has no price above zero of %s to estimate it by".formatted(proxy.get(), lacking);
    }

    /** What the strike must have used for something that has no price of the day; empty where it had to take the last. */
    static Optional<BigDecimal> estimated(NavInputs inputs, String id, BigDecimal last, LocalDate date) {
        Optional<String> proxy = proxy(inputs, id);
        boolean asked = proxy.isPresent()
                && date.isBefore(inputs.date())
                && inputs.terms().prices(inputs.instruments().get(id)).missing() == Missing.ESTIMATE;
        if (!asked || last.signum() <= 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> now = priced(inputs.quotes(), proxy.get(), inputs.date());
        Optional<BigDecimal> then = priced(inputs.earlierQuotes(), proxy.get(), date);
        return now.flatMap(after ->
                        then.map(before -> after.multiply(last).divide(before, Price.SCALE, RoundingMode.HALF_UP)))
                .filter(price -> price.signum() > 0);
    }

    private static Optional<String> proxy(NavInputs inputs, String id) {
        return Optional.ofNullable(inputs.terms().proxies().get(id));
    }

    private static Optional<BigDecimal> priced(List<Quote> quotes, String id, LocalDate date) {
        Optional<BigDecimal> newest = Optional.empty();
        for (Quote quote : quotes) {
            if (quote.kind() != Quote.Kind.FINAL
                    && quote.instrument().equals(id)
                    && quote.date().equals(date)) {
                newest = Optional.of(quote.price().perUnit());
            }
        }
        return newest.filter(price -> price.signum() > 0);
    }
}
