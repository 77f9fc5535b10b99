package org.assay.kernel.nav;

import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Quote;

/** What ends by its own terms: bills are repaid, cash-settled futures are settled at their final price. */
final class Expiry {
    private Expiry() {}

    static void endContracts(Day day) {
        for (Day.Holding holding : day.holdings()) {
            Instrument instrument = day.instrument(holding.instrument());
            if (instrument instanceof Bill bill && !bill.maturity().isAfter(day.date)) {
                repay(day, bill, holding.location());
            } else if (instrument instanceof Future future
                    && future.settlement() == Future.Settlement.CASH
                    && !future.lastTrade().isAfter(day.date)) {
                finalPrice(day, future)
                        .ifPresent(price -> Margin.settleFinally(day, future, holding.location(), price));
            }
        }
    }

    private static void repay(Day day, Bill bill, String location) {
        String fact = "MATURITY:" + bill.id() + ":" + location;
        Place place = day.terms.cashPlace(location);
        Money face = day.round(day.held(bill.id(), location).units(), bill.currency());
        List<Lot> taken = Booking.relieve(day, fact, bill, location, day.held(bill.id(), location));
        Tag tag = Tag.of(bill.id(), location);
        Ledger.Posting entry = day.ledger.entry("maturity", fact);
        Booking.realise(bill, taken, tag, face, entry);
        entry.add(place.cash(), Tag.at(place.id()), face).post();
        Booking.reverseCarried(day, fact, tag, bill, taken);
    }

    private static Optional<Price> finalPrice(Day day, Future future) {
        return day.inputs.quotes().stream()
                .filter(quote ->
                        quote.kind() == Quote.Kind.FINAL && quote.instrument().equals(future.id()))
                .reduce((earlier, later) -> later)
                .map(Quote::price);
    }
}
