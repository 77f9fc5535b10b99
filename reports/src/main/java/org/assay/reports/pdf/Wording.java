package org.assay.reports.pdf;

import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.reports.ControlWords;
import org.assay.reports.StruckNav;

/** The words of a report that are not figures. */
final class Wording {
    private Wording() {}

    static String claim(String control) {
        return ControlWords.of(control).map(ControlWords::claim).orElse("");
    }

    static String status(StruckNav nav) {
        return switch (nav.status()) {
            case "Held" -> "Held, not signed: a control stopped it";
            case "Review" -> "Review, not signed";
            default -> nav.status();
        };
    }

    /** The heading a holding stands under. */
    static String kind(Instrument instrument) {
        if (instrument instanceof Token) {
            return "Tokens";
        }
        if (instrument instanceof Bill) {
            return "Bills";
        }
        if (instrument instanceof Cash) {
            return "Cash";
        }
        if (instrument instanceof Future) {
            return "Futures";
        }
        throw new IllegalStateException("no heading for " + instrument);
    }
}
