package org.assay.pack.fund;

import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Quantity;
import org.assay.pack.fund.InstrumentRow.Contract;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** An instrument that is listed for a fund that is here: a row of a kind has all of it, the contract of a future too. */
final class ListingTables {
    private ListingTables() {}

    /** What every instrument says. */
    private record Same(Column<String> id, Column<String> name, Column<Currency> currency, Column<Boolean> invented) {
        static <T extends Instrument> Same of(Layout.Draft<T> draft, Reference reference) {
            Same same = new Same(
                    draft.field("id", Formats.ID, Instrument::id),
                    draft.field("name", Formats.TEXT, Instrument::name),
                    draft.field("currency", reference.currencies().format(), Instrument::currency),
                    draft.field("illustrative", Formats.FLAG, Instrument::illustrative));
            draft.expect(
                    same.id(),
                    cells -> reference.currencies().find(cells.get(same.id())).isEmpty(),
                    "an id that is not a currency's code: cash has that one");
            return same;
        }

        InstrumentRow row(Cells cells, InstrumentRow.Kind kind) {
            return new InstrumentRow(
                    cells.get(id),
                    kind,
                    cells.get(name),
                    cells.get(currency),
                    Optional.empty(),
                    Optional.empty(),
                    cells.get(invented));
        }
    }

    static Table<Token> token(Reference reference) {
        var draft = new Layout.Draft<Token>();
        Same same = Same.of(draft, reference);
        var decimals =
                draft.field("decimals", Formats.COUNTS.where(n -> n <= Quantity.SCALE, "at most 18"), Token::decimals);
        return table(
                "tokens",
                draft.reads(cells -> new Token(
                        cells.get(same.id()),
                        cells.get(same.name()),
                        cells.get(same.currency()),
                        cells.get(decimals),
                        cells.get(same.invented()))));
    }

    static Table<Bill> bill(Reference reference) {
        var draft = new Layout.Draft<Bill>();
        Same same = Same.of(draft, reference);
        var maturity = draft.field("maturity", Formats.DATES, Bill::maturity);
        return table(
                "bills",
                draft.reads(cells -> new Bill(
                        cells.get(same.id()),
                        cells.get(same.name()),
                        cells.get(same.currency()),
                        cells.get(maturity),
                        cells.get(same.invented()))));
    }

    static Table<Future> future(Reference reference) {
        var draft = new Layout.Draft<Future>();
        Same same = Same.of(draft, reference);
        Function<Future, Contract> contract = Contract::of;
        ContractColumns rest = ContractColumns.of(draft, reference, contract);
        return table(
                "contracts",
                draft.reads(cells -> rest.contract(cells, same.row(cells, InstrumentRow.Kind.FUTURE))
                        .toFuture()));
    }

    private static <T> Table<T> table(String kind, Layout<T> layout) {
        return new Table<>("reference/%s.csv".formatted(kind), kind, layout);
    }
}
