package org.assay.pack.fund;

import java.math.BigDecimal;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Quantity;

/** What an instrument is counted in. */
final class Units {
    private Units() {}

    static boolean fits(Instrument instrument, Quantity quantity) {
        return Cents.fits(quantity.units(), decimals(instrument));
    }

    /** What a person should have written. */
    static String expected(Instrument instrument) {
        if (instrument instanceof Token token) {
            return "at most %s decimals, as %s has".formatted(token.decimals(), token.id());
        }
        return instrument instanceof Future ? "whole lots" : "whole units of face";
    }

    /** Only a future may cost less than nothing: WTI settled at -37.63 on 2020-04-20. */
    static boolean mayCost(Instrument instrument, BigDecimal price) {
        return instrument instanceof Future || price.signum() >= 0;
    }

    private static int decimals(Instrument instrument) {
        return instrument instanceof Token token ? token.decimals() : 0;
    }
}
