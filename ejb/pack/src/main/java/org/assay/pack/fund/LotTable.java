package org.assay.pack.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.Place;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** Open lots with everything they carry. */
final class LotTable {
    private final Layout.Draft<Lot> draft = new Layout.Draft<>();
    private final Currency base;
    private final Column<String> id;
    private final Column<Instrument> instrument;
    private final Column<Place> location;
    private final Column<LocalDate> opened;
    private final Column<Quantity> quantity;
    private final Column<BigDecimal> price;
    private final Column<BigDecimal> marked;
    private final Column<BigDecimal> cost;
    private final Column<BigDecimal> baseCost;
    private final Column<BigDecimal> pricePart;
    private final Column<BigDecimal> currencyPart;
    private final Column<BigDecimal> margin;

    LotTable(Reference reference) {
        base = reference.base();
        id = draft.field("id", Formats.ID, Lot::id);
        instrument = draft.field(
                "instrument",
                reference.instruments().format(),
                lot -> reference.instruments().get(lot.instrument()));
        location = draft.field(
                "location",
                reference.places().format(),
                lot -> reference.places().get(lot.location()));
        opened = draft.field("opened", Formats.DATES, Lot::opened);
        quantity = draft.field("quantity", BooksTables.QUANTITIES, Lot::quantity);
        price = draft.field(
                "price", Formats.decimal(Price.SCALE), lot -> lot.price().perUnit());
        marked = draft.field(
                "marked", Formats.decimal(Price.SCALE), lot -> lot.marked().perUnit());
        cost = draft.field("cost", Formats.amount(), lot -> lot.cost().amount());
        baseCost =
                draft.field("base_cost", Formats.amount(), lot -> lot.baseCost().amount());
        pricePart = draft.field(
                "price_part", Formats.amount(), lot -> lot.pricePart().amount());
        currencyPart = draft.field(
                "currency_part", Formats.amount(), lot -> lot.currencyPart().amount());
        margin = draft.field("margin", Formats.amount(), lot -> lot.margin().amount());
    }

    Table<Lot> table() {
        draft.expect(
                quantity,
                cells -> Units.fits(cells.get(instrument), cells.get(quantity)),
                cells -> Units.expected(cells.get(instrument)));
        for (Column<BigDecimal> money : List.of(cost, margin)) {
            draft.expect(
                    money,
                    cells -> Cents.fits(cells.get(money), cells.get(instrument).currency()),
                    cells -> Cents.of(cells.get(instrument).currency()));
        }
        for (Column<BigDecimal> money : List.of(baseCost, pricePart, currencyPart)) {
            draft.expect(money, cells -> Cents.fits(cells.get(money), base), Cents.of(base));
        }
        return new Table<>("books/lots.csv", "lot", draft.reads(this::lot), instrument, location, opened, id);
    }

    private Lot lot(Cells cells) {
        Currency currency = cells.get(instrument).currency();
        return new Lot(
                cells.get(id),
                cells.get(instrument).id(),
                cells.get(location).id(),
                cells.get(opened),
                cells.get(quantity),
                new Price(cells.get(price), currency),
                new Price(cells.get(marked), currency),
                new Money(cells.get(cost), currency),
                new Money(cells.get(baseCost), base),
                new Money(cells.get(pricePart), base),
                new Money(cells.get(currencyPart), base),
                new Money(cells.get(margin), currency));
    }
}
