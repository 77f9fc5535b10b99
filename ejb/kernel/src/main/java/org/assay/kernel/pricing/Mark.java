package org.assay.kernel.pricing;

import java.time.Instant;
import java.time.LocalDate;
import org.assay.kernel.money.Price;

/**
 * The price a strike used.
 *
 * @param date the business date of the quote; older than the strike's when it was carried
 * @param time when it was observed
 * @param since the first date on which it stood at this figure without a change
 */
public record Mark(String instrument, Price price, LocalDate date, Instant time, LocalDate since) {
    /** The mark after this one: a figure that did not move keeps its first date. */
    public Mark next(Quote quote) {
        LocalDate unchangedSince = quote.price().equals(price) ? since : quote.date();
        return new Mark(instrument, quote.price(), quote.date(), quote.time(), unchangedSince);
    }

    public static Mark first(Quote quote) {
        return new Mark(quote.instrument(), quote.price(), quote.date(), quote.time(), quote.date());
    }
}
