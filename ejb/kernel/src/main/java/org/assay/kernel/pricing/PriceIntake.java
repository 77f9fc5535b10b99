package org.assay.kernel.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding;

/**
 * Looks at the prices of one instrument as they are taken in, before any strike uses them.
 *
 * <p>A price is caught when it stands alone: its neighbours agree with each other within the band and both disagree with
 * it. The first of a series has only neighbours to its right. A price that moved and stayed is news, not an error: it is
 * left to the strike's own control C20.
 *
 * <pre>
 *   TAO  2023-03-05 0.126 | 93.40 | 87.78      93.40 and 87.78 agree, 0.126 is caught; 93.40 is not:
 *                                              its neighbours 0.126 and 87.78 do not agree
 * </pre>
 */
public final class PriceIntake {
    private PriceIntake() {}

    /** @param series of one instrument and one kind, one a time, in order of time */
    public static List<Finding> check(List<Quote> series, PricePolicy policy) {
        List<Finding> caught = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Quote quote = series.get(i);
            if (quote.evidence().isEmpty()) {
                witness(series, i, policy).ifPresent(witness -> caught.add(finding(quote, witness, policy)));
            }
        }
        return List.copyOf(caught);
    }

    /** A neighbour against a price: one that another neighbour agrees with, when neither agrees with the price. */
    private static Optional<Quote> witness(List<Quote> series, int i, PricePolicy policy) {
        boolean first = i == 0;
        int one = first ? 1 : i - 1;
        int other = first ? 2 : i + 1;
        if (other >= series.size()) {
            return Optional.empty();
        }
        Quote witness = series.get(one);
        Quote second = series.get(other);
        Quote quote = series.get(i);
        boolean alone = !policy.isOdd(witness.price(), second.price())
                && policy.isOdd(witness.price(), quote.price())
                && policy.isOdd(second.price(), quote.price());
        return alone ? Optional.of(witness) : Optional.empty();
    }

    private static Finding finding(Quote quote, Quote witness, PricePolicy policy) {
        BigDecimal move = quote.price().since(witness.price()).abs();
        BigDecimal size = witness.price().perUnit().abs();
        return new Finding(
                quote.date(),
                "C20",
                Finding.Severity.REVIEW,
                quote.instrument(),
                size.signum() == 0 ? move : move.divide(size, MathContext.DECIMAL64),
                policy.moveBand().fraction(),
                "price %s of %s stands alone: its neighbours agree with each other, not with it; confirm it or replace it"
                        .formatted(quote.price(), quote.source()));
    }
}
