package org.assay.pack.fund;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** Money that moved and is not the settlement of something else. */
final class CashTable {
    private final Layout.Draft<CashMovement> draft = new Layout.Draft<>();
    private final Head head;
    private final Column<Kind> kind;
    private final Column<Place> account;
    private final Column<Currency> currency;
    private final Column<BigDecimal> amount;
    private final Column<Optional<Place>> toAccount;
    private final Column<Optional<Currency>> toCurrency;
    private final Column<Optional<BigDecimal>> toAmount;
    private final Column<Optional<ShareClass>> shareClass;

    private CashTable(Reference reference) {
        head = Head.of(draft, reference, (CashMovement movement) -> movement);
        kind = draft.field("kind", Format.oneOf(Kind.class), CashMovement::kind);
        account = draft.field(
                "account",
                reference.places().format(),
                row -> reference.places().get(row.account()));
        currency = draft.field(
                "currency", reference.currencies().format(), row -> row.amount().currency());
        amount = draft.field(
                "amount",
                Formats.aboveZero(Formats.amount()),
                row -> row.amount().amount());
        toAccount = draft.optional(
                "to_account",
                reference.places().format(),
                row -> row.toAccount().map(reference.places()::get));
        toCurrency = draft.optional(
                "to_currency",
                reference.currencies().format(),
                row -> row.toAmount().map(Money::currency));
        toAmount = draft.optional(
                "to_amount",
                Formats.aboveZero(Formats.amount()),
                row -> row.toAmount().map(Money::amount));
        shareClass = draft.optional(
                "class", reference.classes().format(), row -> row.shareClass().map(reference.classes()::get));
    }

    static Table<CashMovement> of(Reference reference) {
        return new CashTable(reference).table();
    }

    private Table<CashMovement> table() {
        draft.expect(account, cells -> hasCash(cells.get(account)), "a place of kind BANK or FCM");
        draft.expect(
                amount,
                cells -> Cents.fits(cells.get(amount), cells.get(currency)),
                cells -> Cents.of(cells.get(currency)));
        only(toAccount, "for a TRANSFER or EXCHANGE", Kind.TRANSFER, Kind.EXCHANGE);
        only(toCurrency, "for an EXCHANGE", Kind.EXCHANGE);
        only(toAmount, "for an EXCHANGE", Kind.EXCHANGE);
        only(shareClass, "for a FEE_PAYMENT", Kind.FEE_PAYMENT);
        draft.expect(
                toAccount,
                cells -> cells.get(toAccount).filter(place -> !hasCash(place)).isEmpty(),
                "a place of kind BANK or FCM");
        draft.expect(
                toAccount,
                cells -> cells.get(kind) != Kind.TRANSFER
                        || !cells.get(toAccount).equals(Optional.of(cells.get(account))),
                "another account than the money left");
        draft.expect(
                toCurrency,
                cells -> !cells.get(toCurrency).equals(Optional.of(cells.get(currency))),
                "another currency than was sold");
        draft.expect(
                toAmount,
                cells -> cells.get(toCurrency).isEmpty()
                        || cells.get(toAmount)
                                .filter(money ->
                                        !Cents.fits(money, cells.get(toCurrency).get()))
                                .isEmpty(),
                cells -> Cents.of(cells.get(toCurrency).orElseThrow()));
        return new Table<>("facts/cash.csv", FactTables.KIND, draft.reads(this::movement), head.id());
    }

    private void only(Column<? extends Optional<?>> column, String when, Kind... kinds) {
        List<Kind> needing = List.of(kinds);
        draft.expect(
                column,
                cells -> needing.contains(cells.get(kind)) == cells.get(column).isPresent(),
                "a value %s, and an empty cell otherwise".formatted(when));
    }

    private static boolean hasCash(Place place) {
        return place.kind() != Place.Kind.CUSTODY;
    }

    private CashMovement movement(Cells cells) {
        return new CashMovement(
                head.stamp(cells),
                cells.get(kind),
                cells.get(account).id(),
                new Money(cells.get(amount), cells.get(currency)),
                cells.get(toAccount).map(Place::id),
                cells.get(toAmount)
                        .map(money -> new Money(money, cells.get(toCurrency).orElseThrow())),
                cells.get(shareClass).map(ShareClass::code));
    }
}
