package org.assay.pack.fund;

import java.math.BigDecimal;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** Prices and exchange rates as they were published. */
final class MarketTables {
    static final String QUOTE = "quote";

    private static final Format<BigDecimal> SIZES = Formats.notNegative(Formats.decimal(18));
    private static final Format<Rate> FX_RATES =
            Formats.aboveZero(Formats.decimal(Rate.SCALE)).as(Rate::new, Rate::fraction);

    private MarketTables() {}

    static Table<Quote> prices(Reference reference) {
        var draft = new Layout.Draft<Quote>();
        var instrument = draft.field(
                "instrument",
                reference.instruments().format(),
                quote -> reference.instruments().get(quote.instrument()));
        var date = draft.field("date", Formats.DATES, Quote::date);
        var kind = draft.field("kind", Format.oneOf(Quote.Kind.class), Quote::kind);
        var time = draft.field("time", Formats.INSTANTS, Quote::time);
        var price = draft.field(
                "price", Formats.decimal(Price.SCALE), quote -> quote.price().perUnit());
        var currency = draft.field(
                "currency",
                reference.currencies().format(),
                quote -> quote.price().currency());
        var source = draft.field("source", Formats.TEXT, Quote::source);
        var recorded = draft.field("recorded", Formats.INSTANTS, Quote::recorded);
        var volume = draft.optional("volume", SIZES, Quote::volume);
        var openInterest = draft.optional("open_interest", SIZES, Quote::openInterest);
        var evidence = draft.optional("evidence", Formats.TEXT, Quote::evidence);
        reference.expectKnown(draft, recorded);
        draft.expect(
                kind,
                cells -> isOf(cells.get(instrument), cells.get(kind)),
                cells -> cells.get(instrument) instanceof Future
                        ? "SETTLEMENT or FINAL for a future"
                        : "CLOSE for a token or a bill");
        draft.expect(
                price,
                cells -> Units.mayCost(cells.get(instrument), cells.get(price)),
                "a price not below 0: only a future's may be");
        draft.expect(
                currency,
                cells -> cells.get(currency).equals(cells.get(instrument).currency()),
                cells -> "%s, the currency of %s"
                        .formatted(
                                cells.get(instrument).currency(),
                                cells.get(instrument).id()));
        return new Table<>(
                "market/prices.csv",
                QUOTE,
                draft.reads(cells -> new Quote(
                        cells.get(instrument).id(),
                        cells.get(date),
                        cells.get(kind),
                        cells.get(time),
                        new Price(cells.get(price), cells.get(currency)),
                        cells.get(source),
                        cells.get(recorded),
                        cells.get(volume),
                        cells.get(openInterest),
                        cells.get(evidence))),
                instrument,
                time,
                kind,
                source,
                recorded);
    }

    static Table<FxQuote> fx(Reference reference) {
        var draft = new Layout.Draft<FxQuote>();
        var currency = draft.field("currency", reference.currencies().format(), FxQuote::currency);
        var date = draft.field("date", Formats.DATES, FxQuote::date);
        var time = draft.field("time", Formats.INSTANTS, FxQuote::time);
        var rate = draft.field("rate", FX_RATES, FxQuote::rate);
        var source = draft.field("source", Formats.TEXT, FxQuote::source);
        var recorded = draft.field("recorded", Formats.INSTANTS, FxQuote::recorded);
        reference.expectKnown(draft, recorded);
        draft.expect(
                currency,
                cells -> !cells.get(currency).equals(reference.base()),
                "another currency than the fund's own, which is 1 in itself");
        return new Table<>(
                "market/fx.csv",
                "rate",
                draft.reads(cells -> new FxQuote(
                        cells.get(currency),
                        cells.get(date),
                        cells.get(time),
                        cells.get(rate),
                        cells.get(source),
                        cells.get(recorded))),
                currency,
                time,
                source,
                recorded);
    }

    private static boolean isOf(Instrument instrument, Quote.Kind kind) {
        return (instrument instanceof Future) == (kind != Quote.Kind.CLOSE);
    }
}
