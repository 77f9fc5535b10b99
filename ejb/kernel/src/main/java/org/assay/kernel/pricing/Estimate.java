package org.assay.kernel.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.assay.kernel.money.Price;

/**
 * A price made where there is none: the last one observed, moved as a proxy moved since. It is a fair value in the sense
 * of rule 2a-5 (17 CFR 270.2a-5: what has no market quotation readily available is valued by a method set before), and
 * never becomes the last price: the next estimate starts from the same observation.
 *
 * <pre>
 *   price = last x proxyNow / proxyThen       rounded once, HALF_UP, at the scale of a price
 *   4.31 of Tuesday; the proxy from 402.50 on Tuesday to 410.55 today: 4.31 x 410.55 / 402.50 = 4.3962
 * </pre>
 *
 * @param last the last price observed
 * @param proxyThen the proxy's price of the day of {@code last}
 * @param proxyNow the proxy's price of today
 */
public record Estimate(Mark last, Quote proxyThen, Quote proxyNow, Price price) {
    /** Empty unless all of them are above zero: below it a move has no ratio, and nothing is worth nothing by estimate. */
    public static Optional<Estimate> of(Mark last, Quote proxyThen, Quote proxyNow) {
        if (!isAboveZero(last.price()) || !isAboveZero(proxyThen.price()) || !isAboveZero(proxyNow.price())) {
            return Optional.empty();
        }
        BigDecimal moved = last.price()
                .perUnit()
                .multiply(proxyNow.price().perUnit())
                .divide(proxyThen.price().perUnit(), Price.SCALE, RoundingMode.HALF_UP);
        Price price = new Price(moved, last.price().currency());
        return Optional.of(new Estimate(last, proxyThen, proxyNow, price)).filter(made -> isAboveZero(price));
    }

    private static boolean isAboveZero(Price price) {
        return price.perUnit().signum() > 0;
    }

    /** What it was made of, in words. */
    @Override
    public String toString() {
        return "%s = %s of %s x %s / %s, %s of %s and %s"
                .formatted(
                        price,
                        last.price(),
                        last.date(),
                        proxyNow.price(),
                        proxyThen.price(),
                        proxyNow.instrument(),
                        proxyNow.date(),
                        proxyThen.date());
    }
}
