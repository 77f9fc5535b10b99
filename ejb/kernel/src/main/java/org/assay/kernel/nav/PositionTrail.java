package org.assay.kernel.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.trail.Trail;
import org.assay.kernel.trail.Trail.Source;

/** The trail of something held: its lots down to the facts that opened them, its price down to the quote. */
final class PositionTrail {
    private final NavInputs inputs;
    private final NavResult result;
    private final String unit;

    PositionTrail(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
        this.unit = inputs.terms().base().code();
    }

    /** Quantity by lot, price and rate. */
    Trail of(Position position) {
        List<Trail> from = new ArrayList<>();
        List<Lot> lots = result.closing().lots().stream()
                .filter(lot -> lot.instrument().equals(position.instrument())
                        && lot.location().equals(position.location()))
                .toList();
        from.add(Trail.of(
                "quantity",
                position.quantity().units(),
                "units",
                lots.stream().map(this::lot).toList()));
        from.add(price(position.instrument(), position));
        rate(position).ifPresent(from::add);
        return Trail.of(
                "%s at %s (%s): %s"
                        .formatted(position.instrument(), position.location(), position.state(), rule(position)),
                position.marketValue().amount(),
                unit,
                from);
    }

    private String rule(Position position) {
        return inputs.instruments().get(position.instrument()) instanceof Future
                ? "no value of its own, its gains are margin; notional " + position.notional()
                : "quantity x price";
    }

    private Trail price(String instrument, Position position) {
        Optional<Estimate> estimate = result.estimate(instrument);
        if (estimate.isPresent()) {
            return estimated(estimate.get());
        }
        Optional<Quote> quote = inputs.quotes().stream()
                .filter(row -> row.instrument().equals(instrument) && row.kind() != Quote.Kind.FINAL)
                .reduce((earlier, later) -> later);
        String words = quote.map(row ->
                        "%s of %s, time %s, source %s".formatted(row.kind(), row.date(), row.time(), row.source()))
                .or(() -> result.closing().marks().stream()
                        .filter(mark -> mark.instrument().equals(instrument))
                        .findFirst()
                        .map(mark -> "carried from " + mark.date()))
                .orElse("cash is 1 in itself");
        Trail price = Trail.leaf(
                "price: " + words,
                position.price().perUnit(),
                position.price().currency().code());
        return quote.map(row -> price.citing(source(row))).orElse(price);
    }

    private Trail estimated(Estimate estimate) {
        Optional<Quote> last = inputs.quotes().stream()
                .filter(quote -> quote.instrument().equals(estimate.last().instrument())
                        && quote.price().equals(estimate.last().price()))
                .findFirst();
        Trail from =
                leaf("last price, of " + estimate.last().date(), estimate.last().price());
        return Trail.of(
                "price: estimated, there is none of the day = last price x proxy now / proxy then, HALF_UP at %s decimals"
                        .formatted(Price.SCALE),
                estimate.price().perUnit(),
                estimate.price().currency().code(),
                List.of(
                        last.map(quote -> from.citing(source(quote))).orElse(from),
                        proxy("now", estimate.proxyNow()),
                        proxy("then", estimate.proxyThen())));
    }

    private static Trail proxy(String when, Quote quote) {
        return leaf("proxy %s %s, of %s".formatted(quote.instrument(), when, quote.date()), quote.price())
                .citing(source(quote));
    }

    private static Trail leaf(String label, Price price) {
        return Trail.leaf(label, price.perUnit(), price.currency().code());
    }

    private static Source source(Quote quote) {
        return new Source(
                "quote",
                List.of(
                        quote.instrument(),
                        quote.time().toString(),
                        quote.kind().name(),
                        quote.source(),
                        quote.recorded().toString()));
    }

    private Optional<Trail> rate(Position position) {
        return Optional.ofNullable(inputs.rates().get(position.price().currency()))
                .map(spot -> Trail.leaf(
                        "rate of %s: %s for one %s"
                                .formatted(
                                        spot.date(),
                                        spot.rate().base(),
                                        spot.rate().currency()),
                        spot.rate().rate().fraction(),
                        spot.rate().base().code()));
    }

    Trail lot(Lot lot) {
        return Trail.of(
                        "lot %s, opened %s at %s".formatted(lot.id(), lot.opened(), lot.price()),
                        lot.quantity().units(),
                        "units",
                        List.of(
                                Trail.leaf(
                                        "cost left",
                                        lot.cost().amount(),
                                        lot.cost().currency().code()),
                                Trail.leaf(
                                        "unrealised carried", lot.unrealised().amount(), unit)))
                .citing(Source.fact(lot.id()));
    }
}
