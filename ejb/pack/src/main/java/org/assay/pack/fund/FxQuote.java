package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Rate;

/**
 * An exchange rate as a source published it.
 *
 * @param rate units of the fund's base currency for one unit of {@code currency}
 */
public record FxQuote(Currency currency, LocalDate date, Instant time, Rate rate, String source, Instant recorded) {
    /** Within a currency by time; a later knowledge of the same time comes after. */
    public static final Comparator<FxQuote> ORDER = Comparator.comparing(FxQuote::currency)
            .thenComparing(FxQuote::time)
            .thenComparing(FxQuote::recorded)
            .thenComparing(FxQuote::source);
}
