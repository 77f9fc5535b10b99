package org.assay.pack.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.assay.kernel.pricing.Quote;

/** Prices of ILL-COMPUTE from a seed; two tokens jump, and the vendor of one falls silent for some days. */
final class IllustrativeMarket {
    private static final LocalDate HISTORY = IllustrativeTerms.FIRST.minusDays(4);
    private static final LocalDate SILENT_FROM = LocalDate.of(2026, 3, 17);
    private static final LocalDate SILENT_TO = LocalDate.of(2026, 3, 20);

    private static final Map<String, String> EVIDENCE = Map.of(
            "TAO 2026-04-14",
            "fall confirmed at three venues; illustrative evidence, ticket ILL-17, second person C. Demo");

    private final Market market;

    IllustrativeMarket(long seed) {
        market = new Market(seed, IllustrativeTerms.exchange(), HISTORY, IllustrativeTerms.LAST, EVIDENCE);
        market.token(IllustrativeTerms.RENDER, 75_000, 4, walk(170, Map.of(LocalDate.of(2026, 2, 24), 2_700)));
        market.token(IllustrativeTerms.AKT, 32_000, 4, walk(160, Map.of()));
        market.token(IllustrativeTerms.TAO, 42_000, 2, walk(150, Map.of(LocalDate.of(2026, 4, 14), -2_800)));
        market.index(23_800, walk(60, Map.of()));
        IllustrativeTerms.contracts().forEach(future -> market.future(future, HISTORY));
        List<LocalDate> quoted = new ArrayList<>(market.exchangeDays());
        // The fund strikes on Good Friday, and bills are quoted on it.
        quoted.add(IllustrativeTerms.GOOD_FRIDAY);
        market.bill(IllustrativeTerms.APRIL, quoted);
        market.bill(IllustrativeTerms.JULY, quoted);
        market.currency(IllustrativeTerms.EUR, 108_250, 20);
    }

    /** As they could be traded at, those included that the vendor did not send. */
    Market market() {
        return market;
    }

    /** As the vendors sent them. */
    List<Quote> quotes() {
        return market.quotes().stream().filter(quote -> !isLost(quote)).toList();
    }

    private ToIntFunction<LocalDate> walk(int step, Map<LocalDate, Integer> jumps) {
        return day -> jumps.getOrDefault(day, market.walk(step));
    }

    private static boolean isLost(Quote quote) {
        return quote.instrument().equals(IllustrativeTerms.AKT.id())
                && !quote.date().isBefore(SILENT_FROM)
                && !quote.date().isAfter(SILENT_TO);
    }
}
