package org.assay.kernel.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.assay.kernel.money.Price;

/**
 * A price as a source published it.
 *
 * @param date the business date it belongs to
 * @param time when it was observed; a strike uses none after its valuation point
 * @param recorded when we learned it
 * @param evidence why an odd price stands, in words of who accepted it; absent until somebody has
 */
public record Quote(
        String instrument,
        LocalDate date,
        Kind kind,
        Instant time,
        Price price,
        String source,
        Instant recorded,
        Optional<BigDecimal> volume,
        Optional<BigDecimal> openInterest,
        Optional<String> evidence) {
    /** By instrument and time; a later knowledge of the same time comes after, so the last one wins. */
    public static final Comparator<Quote> ORDER = Comparator.comparing(Quote::instrument)
            .thenComparing(Quote::time)
            .thenComparing(Quote::kind)
            .thenComparing(Quote::recorded)
            .thenComparing(Quote::source);

    /** What sort of price it is. */
    public enum Kind {
        /** Of a token or a bill at a valuation time. */
        CLOSE,
        /** The exchange's daily settlement of a future; the last trade is not a settlement. */
        SETTLEMENT,
        /** The final settlement price of an expired future. */
        FINAL
    }
}
