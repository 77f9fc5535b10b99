package org.assay.pack.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.Place;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** Purchases and sales. */
final class TradeTable {
    private static final Format<Quantity> QUANTITIES =
            Formats.aboveZero(Formats.decimal(Quantity.SCALE)).as(Quantity::new, Quantity::units);

    private final Layout.Draft<Trade> draft = new Layout.Draft<>();
    private final Head head;
    private final Column<LocalDate> tradeDate;
    private final Column<LocalDate> settleDate;
    private final Column<Instrument> instrument;
    private final Column<Place> location;
    private final Column<Side> side;
    private final Column<Quantity> quantity;
    private final Column<BigDecimal> price;
    private final Column<Optional<BigDecimal>> commission;
    private final Column<Optional<Quantity>> feeQuantity;
    private final Column<Optional<String>> programme;

    private enum Side {
        BUY,
        SELL
    }

    private TradeTable(Reference reference) {
        head = Head.of(draft, reference, (Trade trade) -> trade);
        tradeDate = draft.field("trade_date", Formats.DATES, Trade::tradeDate);
        settleDate = draft.field("settle_date", Formats.DATES, Trade::settleDate);
        instrument = draft.field(
                "instrument",
                reference.instruments().format(),
                trade -> reference.instruments().get(trade.instrument()));
        location = draft.field(
                "location",
                reference.places().format(),
                trade -> reference.places().get(trade.location()));
        side = draft.field(
                "side", Format.oneOf(Side.class), trade -> trade.quantity().signum() > 0 ? Side.BUY : Side.SELL);
        quantity = draft.field("quantity", QUANTITIES, trade -> trade.quantity().abs());
        price = draft.field(
                "price", Formats.decimal(Price.SCALE), trade -> trade.price().perUnit());
        commission = draft.optional(
                "commission",
                Formats.notNegative(Formats.amount()),
                trade -> Optional.of(trade.commission().amount()).filter(amount -> amount.signum() > 0));
        feeQuantity = draft.optional(
                "fee_quantity",
                Formats.notNegative(Formats.decimal(Quantity.SCALE)).as(Quantity::new, Quantity::units),
                trade -> Optional.of(trade.feeInKind()).filter(fee -> !fee.isZero()));
        programme = draft.optional("programme", reference.programmes().format(), Trade::programme);
    }

    static Table<Trade> of(Reference reference) {
        return new TradeTable(reference).table();
    }

    private Table<Trade> table() {
        draft.expect(
                settleDate,
                cells -> !cells.get(settleDate).isBefore(cells.get(tradeDate)),
                "a day not before trade_date");
        draft.expect(
                quantity, cells -> fits(cells, cells.get(quantity)), cells -> Units.expected(cells.get(instrument)));
        draft.expect(
                location,
                cells -> mayHold(cells.get(location), cells.get(instrument)),
                "an FCM for a future, a CUSTODY or an FCM for anything else");
        draft.expect(
                tradeDate,
                cells -> !(cells.get(instrument) instanceof Bill bill)
                        || cells.get(tradeDate).isBefore(bill.maturity()),
                "a day before the bill's maturity");
        draft.expect(
                price,
                cells -> Units.mayCost(cells.get(instrument), cells.get(price)),
                "a price not below 0: only a future's may be");
        draft.expect(
                commission,
                cells -> cells.get(commission)
                        .filter(amount ->
                                !Cents.fits(amount, cells.get(instrument).currency()))
                        .isEmpty(),
                cells -> Cents.of(cells.get(instrument).currency()));
        draft.expect(
                feeQuantity,
                cells -> cells.get(feeQuantity).isEmpty()
                        || (cells.get(instrument) instanceof Token && cells.get(side) == Side.BUY),
                "an empty cell, unless tokens are bought");
        draft.expect(
                feeQuantity,
                cells -> cells.get(feeQuantity)
                        .filter(fee -> fee.compareTo(cells.get(quantity)) >= 0 || !fits(cells, fee))
                        .isEmpty(),
                cells -> "less than quantity, " + Units.expected(cells.get(instrument)));
        draft.expect(
                programme,
                cells -> cells.get(programme).isEmpty() || cells.get(instrument) instanceof Future,
                "an empty cell, unless a future is traded");
        return new Table<>("facts/trades.csv", FactTables.KIND, draft.reads(this::trade), head.id());
    }

    private static boolean mayHold(Place place, Instrument held) {
        return held instanceof Future ? place.kind() == Place.Kind.FCM : place.kind() != Place.Kind.BANK;
    }

    private boolean fits(Cells cells, Quantity units) {
        return Units.fits(cells.get(instrument), units);
    }

    private Trade trade(Cells cells) {
        Quantity units = cells.get(quantity);
        Instrument traded = cells.get(instrument);
        return new Trade(
                head.stamp(cells),
                cells.get(tradeDate),
                cells.get(settleDate),
                traded.id(),
                cells.get(location).id(),
                cells.get(side) == Side.BUY ? units : units.negate(),
                new Price(cells.get(price), traded.currency()),
                new Money(cells.get(commission).orElse(BigDecimal.ZERO), traded.currency()),
                cells.get(feeQuantity).orElse(Quantity.ZERO),
                cells.get(programme));
    }
}
