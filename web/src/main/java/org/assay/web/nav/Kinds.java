package org.assay.web.nav;

import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;

/** The heading a holding stands under. */
public final class Kinds {
    private Kinds() {}

    public static String of(Instrument instrument) {
        if (instrument instanceof Token) {
            return "Token";
        }
        if (instrument instanceof Bill) {
            return "Bill";
        }
        if (instrument instanceof Future) {
            return "Future";
        }
        if (instrument instanceof Cash) {
            return "Cash";
        }
        throw new IllegalStateException("no heading for " + instrument);
    }
}
