package org.assay.reports.pdf;

import java.util.Map;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.reports.StruckNav;

/** The words of a report that are not figures. */
final class Wording {
    /** As docs/strike.md tells them; a control that is not here is printed with its code alone. */
    private static final Map<String, String> CLAIMS = Map.ofEntries(
            Map.entry("C01", "Debit equals credit in every entry and currency; the trial balance is zero"),
            Map.entry("C02", "Opening + capital + income - expenses = assets less liabilities"),
            Map.entry("C03", "Classes add up to the fund, and each rolls from its last close"),
            Map.entry("C04", "Opening shares + issued - redeemed = closing shares"),
            Map.entry("C05", "NAV per share x shares = net assets, within rounding"),
            Map.entry("C06", "Lots add up to positions, their cost to the ledger; what moved is what was traded"),
            Map.entry("C11", "Margin since first trade = realised + unrealised, priced again lot by lot"),
            Map.entry("C12", "A future has no value on the balance sheet but deposits and unpaid margin"),
            Map.entry("C14", "Market value is quantity x price x rate; less cost it stands on 1150 and 1160"),
            Map.entry("C20", "The price used is the price known; a move beyond the band has evidence"),
            Map.entry("C21", "No price is older, or unmoved longer, than the fund allows"),
            Map.entry("C32", "No fact came after its day was struck"),
            Map.entry("C36", "Everything held has a price of its day, every currency in use a rate"),
            Map.entry("C38", "Nothing is open past its last trade or its hard stop"));

    private Wording() {}

    static String claim(String control) {
        return CLAIMS.getOrDefault(control, "");
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
