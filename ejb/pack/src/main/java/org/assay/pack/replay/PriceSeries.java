package org.assay.pack.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.pricing.Quote;

/** The quotes of one instrument, in order of time and then of knowledge. */
final class PriceSeries {
    private final Sorted<Quote> daily;
    private final Sorted<Quote> last;

    /** @param quotes in {@link Quote#ORDER} */
    PriceSeries(List<Quote> quotes) {
        daily = new Sorted<>(
                quotes.stream()
                        .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                        .toList(),
                Quote::time);
        last = new Sorted<>(
                quotes.stream()
                        .filter(quote -> quote.kind() == Quote.Kind.FINAL)
                        .toList(),
                Quote::time);
    }

    /** The newest close or settlement by {@code at}, in its version last recorded by {@code known}. */
    Optional<Quote> newest(Instant at, Instant known) {
        return daily.last(at, quote -> !quote.recorded().isAfter(known));
    }

    /** The price a contract ended at, once it is published. */
    Optional<Quote> finalPrice(Instant at, Instant known) {
        return last.last(at, quote -> !quote.recorded().isAfter(known));
    }
}
