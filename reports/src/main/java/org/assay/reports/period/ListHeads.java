package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.util.List;

/** What stands over the long lists. */
final class ListHeads {
    private ListHeads() {}

    static TableHead trades(String base) {
        return new TableHead(
                Tab.TRADES,
                "period-trades",
                "Purchases and sales",
                ("Net is received, or paid in parentheses. The gross of a future is its notional, which is never paid. Cost and"
                                + " proceeds in %s, as the journal has them. Times in UTC.")
                        .formatted(base),
                List.of(
                        text("Traded"),
                        text("Settles"),
                        text("Way"),
                        text("Instrument"),
                        text("Place"),
                        figure("Quantity"),
                        figure("Price, per unit"),
                        text("In"),
                        figure("Gross"),
                        figure("Commission"),
                        figure("Net"),
                        figure("Cost, " + base).named("Trade_Cost"),
                        figure("Proceeds, " + base).named("Trade_Proceeds"),
                        text("Fact"),
                        text("Programme").onSheetOnly(),
                        text("Posted by"),
                        text("Posted at, UTC").onSheetOnly()));
    }

    static TableHead realised(String base) {
        return new TableHead(
                Tab.REALISED,
                "period-realised",
                "Realised gains by lot",
                ("Every lot sold or repaid, first in first out. Amounts in %s. Held in calendar days. Gains of futures stand with"
                                + " the futures.")
                        .formatted(base),
                List.of(
                        text("Instrument"),
                        text("Place"),
                        text("Lot"),
                        text("Closed by"),
                        text("Opened"),
                        text("Closed"),
                        figure("Held, days"),
                        figure("Quantity"),
                        figure("Cost").named("Lot_Cost"),
                        figure("Proceeds").named("Lot_Proceeds"),
                        figure("Gain").named("Lot_Gain"),
                        figure("Of the price").named("Lot_Price"),
                        figure("Of the currency").named("Lot_Currency")));
    }

    static TableHead currency(String base) {
        return new TableHead(
                Tab.CURRENCY,
                "period-currency",
                "Realised currency results on money",
                ("Money and claims in other currencies leave at what they were carried for; the difference to the rate of the day,"
                                + " in %s, is realised on account 4010.")
                        .formatted(base),
                List.of(
                        text("Date"),
                        text("Entry"),
                        text("Kind"),
                        text("Fact"),
                        text("Currency"),
                        figure("Gain").named("Currency_Gain")));
    }

    static TableHead days(String base) {
        return new TableHead(
                Tab.DAYS,
                "period-days",
                "NAV by day and class",
                ("Amounts in %s. Days since the last strike, while the class had holders. Return of the day in per cent, rounded;"
                                + " the return of the period is not worked from these. Times in UTC.")
                        .formatted(base),
                List.of(
                        text("Date").named("Day_Date"),
                        text("Class").named("Day_Class"),
                        figure("Days").named("Day_Days"),
                        figure("Opening with capital"),
                        figure("Result and fees"),
                        figure("Net assets").named("Day_NetAssets"),
                        figure("Shares"),
                        figure("NAV per share"),
                        figure("Return, %"),
                        text("Struck by"),
                        text("Struck at, UTC"),
                        figure("Opening x days").named("Day_NetAssetDays").onSheetOnly(),
                        figure("Shares x days").named("Day_ShareDays").onSheetOnly()));
    }

    static TableHead ledger(String base) {
        return new TableHead(
                Tab.LEDGER,
                "period-ledger",
                "General ledger",
                ("Every journal line of the period. Local is signed, a debit is positive. Debit and credit in %s. Who posted the"
                                + " fact, or asked for the strike where an entry follows from none. Times in UTC.")
                        .formatted(base),
                List.of(
                        text("Date").onSheetOnly(),
                        text("Entry"),
                        figure("Line"),
                        text("Account").named("Ledger_Account"),
                        text("Name").onSheetOnly(),
                        text("Class"),
                        text("Instrument"),
                        text("Place"),
                        text("In"),
                        figure("Local"),
                        figure("Debit").named("Ledger_Debit"),
                        figure("Credit").named("Ledger_Credit"),
                        text("Kind"),
                        text("Fact"),
                        text("Posted by"),
                        text("Posted at, UTC")));
    }
}
