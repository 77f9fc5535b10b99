package org.assay.pack.fund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.table.Json;
import org.assay.pack.table.JsonText;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;

/**
 * The layouts of one fund's files, for who keeps their rows elsewhere: the database has a table for each, with the same
 * columns.
 */
public final class FundTables {
    private final Reference reference;

    private FundTables(Reference reference) {
        this.reference = reference;
    }

    /** @param instruments all the fund's rows may name, by id */
    public static FundTables of(FundFile fund, SortedMap<String, Instrument> instruments) {
        return new FundTables(Reference.of(Instant.MAX, Optional.of(fund)).with(instruments, id -> false, false));
    }

    /** One for each kind of fact. */
    public List<FactTables.Kind<?>> facts() {
        return FactTables.all(reference);
    }

    /** What keeps coming in for a fund that is here. */
    public List<Arriving<?>> arriving() {
        List<Arriving<?>> arriving = new ArrayList<>();
        facts().forEach(kind -> arriving.add(fact(kind)));
        arriving.add(new Arriving<>(prices(), Quote::time));
        arriving.add(new Arriving<>(rates(), FxQuote::time));
        return arriving;
    }

    /** Trades that keep coming in. */
    public Arriving<Trade> trades() {
        return fact(new FactTables.Kind<>(Trade.class, TradeTable.of(reference)));
    }

    private static <T extends Fact> Arriving<T> fact(FactTables.Kind<T> kind) {
        return new Arriving<>(kind.table(), fact -> fact.stamp().effective());
    }

    public Table<Quote> prices() {
        return MarketTables.prices(reference);
    }

    public Table<FxQuote> rates() {
        return MarketTables.fx(reference);
    }

    public Table<CalendarDay> calendarDays() {
        return ReferenceTables.calendars(reference);
    }

    public Table<Identifier> identifiers() {
        return ReferenceTables.identifiers(reference);
    }

    /** What a strike remembers of the days before it. */
    public BooksTables books() {
        return new BooksTables(reference);
    }

    /** The terms as fund.json has them. */
    public static String json(FundFile fund) {
        return JsonText.write(FundShape.of(fund).write(fund));
    }

    /** @throws FundException FORMAT, for text that is no terms of a fund */
    public static FundFile fund(String json) {
        Refusals refusals = new Refusals();
        Optional<Json> tree = JsonText.read(FundShape.FILE, json, refusals);
        return tree.flatMap(object -> FundShape.of(object).read(object, FundShape.FILE, refusals))
                .orElseThrow(() -> new FundException(
                        ErrorCode.FORMAT,
                        FundShape.FILE,
                        "terms",
                        refusals.sorted().get(0).toString(),
                        "the terms of a fund"));
    }
}
