package org.assay.reports;

import java.util.Map;
import java.util.Optional;

/**
 * What people call a control and what it claims, the same on paper and on the screen; docs/strike.md tells more of each.
 *
 * @param name as the desk calls it
 * @param claim what holds when it passes
 */
public record ControlWords(String name, String claim) {
    private static final Map<String, ControlWords> WORDS = Map.ofEntries(
            of("C01", "Trial balance", "Debit equals credit in every entry and currency; the trial balance is zero"),
            of("C02", "NAV roll-forward", "Opening + capital + income - expenses = assets less liabilities"),
            of("C03", "Classes to fund", "Classes add up to the fund, and each rolls from its last close"),
            of("C04", "Shares roll-forward", "Opening shares + issued - redeemed = closing shares"),
            of("C05", "NAV per share x shares", "NAV per share x shares = net assets, within rounding"),
            of(
                    "C06",
                    "Lots to positions and ledger",
                    "Lots add up to positions, their cost to the ledger; what moved is what was traded"),
            of("C11", "Margin identity", "Margin since first trade = realised + unrealised, priced again lot by lot"),
            of(
                    "C12",
                    "Futures not counted twice",
                    "A future has no value on the balance sheet but deposits and unpaid margin"),
            of(
                    "C14",
                    "Unrealised proof",
                    "Market value is quantity x price x rate; less cost it stands on 1150 and 1160"),
            of("C20", "Price moves", "The price used is the price known; a move beyond the band has evidence"),
            of("C21", "Stale prices", "No price is older, or unmoved longer, than the fund allows"),
            of("C32", "Late facts", "No fact came after its day was struck"),
            of("C36", "Prices complete", "Everything held has a price of its day, every currency in use a rate"),
            of("C38", "Nothing past its end", "Nothing is open past its last trade or its hard stop"));

    private static Map.Entry<String, ControlWords> of(String code, String name, String claim) {
        return Map.entry(code, new ControlWords(name, claim));
    }

    /** Empty for a control nobody has found words for, which then bears its code alone. */
    public static Optional<ControlWords> of(String code) {
        return Optional.ofNullable(WORDS.get(code));
    }
}
