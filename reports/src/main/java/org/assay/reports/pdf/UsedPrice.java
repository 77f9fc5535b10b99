package org.assay.reports.pdf;

import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;

/**
 * The price a NAV used, where it came from, and its level in the fair value hierarchy (ASC 820-10-35-37, IFRS 13.72).
 *
 * <pre>
 *   1  as published for the day by the market itself: the close of a token, the settlement of a future
 *   2  observed, but not that: of an earlier day, or of a bill, which dealers quote and no exchange settles
 *   3  not observed: a price entered by hand, or estimated by the move of another instrument
 * </pre>
 *
 * The level is that of the lowest input. A price that was published and confirmed by a person stays what it was.
 */
public record UsedPrice(int level, String source) {
    /** As a price entered by hand is marked in its source. */
    private static final String MANUAL = "MANUAL";

    /** Empty for cash, which has no price. */
    public static Optional<UsedPrice> of(StruckNav nav, Instrument instrument) {
        Optional<Estimate> estimate = nav.result().estimate(instrument.id());
        if (estimate.isPresent()) {
            return Optional.of(new UsedPrice(
                    3,
                    "estimated by the move of %s"
                            .formatted(estimate.get().proxyNow().instrument())));
        }
        return nav.result().closing().marks().stream()
                .filter(mark -> mark.instrument().equals(instrument.id()))
                .findFirst()
                .map(mark -> of(nav, instrument, mark));
    }

    private static UsedPrice of(StruckNav nav, Instrument instrument, Mark mark) {
        Optional<Quote> quote = quote(nav, mark);
        boolean ofTheDay = mark.date().equals(nav.result().date());
        int level = quote.filter(known -> known.source().equals(MANUAL)).isPresent()
                ? 3
                : ofTheDay && !(instrument instanceof Bill) ? 1 : 2;
        String source = "%s, %s"
                .formatted(quote.map(Quote::source).orElse("carried, of " + mark.date()), Figures.utc(mark.time()));
        return new UsedPrice(level, ofTheDay || quote.isEmpty() ? source : source + ", carried");
    }

    /** The quote the price was taken from; empty when that was an earlier strike's. */
    static Optional<Quote> quote(StruckNav nav, Mark mark) {
        return nav.inputs().quotes().stream()
                .filter(quote -> quote.instrument().equals(mark.instrument()))
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .filter(quote ->
                        quote.time().equals(mark.time()) && quote.price().equals(mark.price()))
                .reduce((earlier, later) -> later);
    }
}
