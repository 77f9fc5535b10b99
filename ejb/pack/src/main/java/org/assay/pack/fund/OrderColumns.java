package org.assay.pack.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;

/** The columns of an order: in facts/capital.csv, and in the books of a fund that has taken or dealt it. */
record OrderColumns(
        Head head,
        Column<CapitalOrder.Side> side,
        Column<ShareClass> shareClass,
        Column<String> investor,
        Column<Optional<BigDecimal>> amount,
        Column<Optional<Quantity>> shares,
        Column<LocalDate> dealingDate,
        Column<LocalDate> settleDate,
        Column<Place> account,
        Column<Optional<BigDecimal>> statedPrice,
        Column<Optional<Quantity>> statedShares) {
    private static final Format<Quantity> SHARES =
            Formats.aboveZero(Formats.decimal(Quantity.SCALE)).as(Quantity::new, Quantity::units);

    static <T> OrderColumns of(Layout.Draft<T> draft, Reference reference, Function<T, CapitalOrder> order) {
        OrderColumns columns = new OrderColumns(
                Head.of(draft, reference, order),
                draft.field("side", Format.oneOf(CapitalOrder.Side.class), order.andThen(CapitalOrder::side)),
                draft.field(
                        "class",
                        reference.classes().format(),
                        order.andThen(row -> reference.classes().get(row.shareClass()))),
                draft.field("investor", Formats.ID, order.andThen(CapitalOrder::investor)),
                draft.optional(
                        "amount",
                        Formats.aboveZero(Formats.amount()),
                        order.andThen(row -> row.amount().map(Money::amount))),
                draft.optional("shares", SHARES, order.andThen(CapitalOrder::shares)),
                draft.field("dealing_date", Formats.DATES, order.andThen(CapitalOrder::dealingDate)),
                draft.field("settle_date", Formats.DATES, order.andThen(CapitalOrder::settleDate)),
                draft.field(
                        "account",
                        reference.places().format(),
                        order.andThen(row -> reference.places().get(row.account()))),
                draft.optional(
                        "stated_price",
                        Formats.aboveZero(Formats.decimal(Price.SCALE)),
                        order.andThen(row -> row.statedPrice().map(Price::perUnit))),
                draft.optional("stated_shares", SHARES, order.andThen(CapitalOrder::statedShares)));
        columns.rules(draft);
        return columns;
    }

    private void rules(Layout.Draft<?> draft) {
        draft.expect(
                amount,
                cells -> cells.get(amount).isPresent() != cells.get(shares).isPresent(),
                "an amount or a number of shares, one of both");
        draft.expect(
                amount,
                cells -> cells.get(amount)
                        .filter(money -> !Cents.fits(money, currency(cells)))
                        .isEmpty(),
                cells -> Cents.of(currency(cells)));
        draft.expect(
                shares,
                cells -> cells.get(shares)
                        .filter(quantity -> !Cents.fits(quantity.units(), decimals(cells)))
                        .isEmpty(),
                cells -> "at most %s decimals, as shares of this class have".formatted(decimals(cells)));
        draft.expect(
                settleDate,
                cells -> cells.get(side) == CapitalOrder.Side.REDEMPTION
                        || cells.get(shares).isEmpty()
                        || cells.get(settleDate).isAfter(cells.get(dealingDate)),
                "a day after dealing_date: the amount of an order by shares is not known before");
        draft.expect(account, cells -> cells.get(account).kind() == Place.Kind.BANK, "a place of kind BANK");
    }

    CapitalOrder order(Cells cells) {
        Currency currency = currency(cells);
        return new CapitalOrder(
                head.stamp(cells),
                cells.get(side),
                cells.get(shareClass).code(),
                cells.get(investor),
                cells.get(amount).map(money -> new Money(money, currency)),
                cells.get(shares),
                cells.get(dealingDate),
                cells.get(settleDate),
                cells.get(account).id(),
                cells.get(statedPrice).map(price -> new Price(price, currency)),
                cells.get(statedShares));
    }

    Currency currency(Cells cells) {
        return cells.get(shareClass).initialPrice().currency();
    }

    private int decimals(Cells cells) {
        return cells.get(shareClass).shareDecimals();
    }
}
