package org.assay.pack.fund;

import java.util.List;
import org.assay.kernel.ledger.Cancellation;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** What happened to the fund. An id is unique over all of these files. */
public final class FactTables {
    static final String KIND = "fact";

    private FactTables() {}

    /** A file of one kind of fact. */
    public record Kind<T extends Fact>(Class<T> type, Table<T> table) {}

    static List<Kind<?>> all(Reference reference) {
        return List.of(
                new Kind<>(Trade.class, TradeTable.of(reference)),
                new Kind<>(CapitalOrder.class, capital(reference)),
                new Kind<>(CashMovement.class, CashTable.of(reference)),
                new Kind<>(MarginRate.class, margin("facts/margin.csv", KIND, reference)),
                new Kind<>(Cancellation.class, cancellations(reference)));
    }

    static Table<CapitalOrder> capital(Reference reference) {
        var draft = new Layout.Draft<CapitalOrder>();
        var columns = OrderColumns.of(draft, reference, order -> order);
        return new Table<>(
                "facts/capital.csv",
                KIND,
                draft.reads(columns::order),
                columns.head().id());
    }

    /** Also the layout of the margin rates in a fund's books. */
    static Table<MarginRate> margin(String file, String kind, Reference reference) {
        var draft = new Layout.Draft<MarginRate>();
        var head = Head.of(draft, reference, (MarginRate rate) -> rate);
        var scope = draft.field(
                "scope", reference.scopes().format(), rate -> reference.scopes().get(rate.scope()));
        var currency = draft.field(
                "currency",
                reference.currencies().format(),
                rate -> rate.perLot().currency());
        var amount = draft.field(
                "initial_margin",
                Formats.notNegative(Formats.amount()),
                rate -> rate.perLot().amount());
        draft.expect(
                currency,
                cells -> cells.get(currency).equals(cells.get(scope).currency()),
                cells -> "%s, the currency of %s"
                        .formatted(cells.get(scope).currency(), cells.get(scope).id()));
        draft.expect(
                amount,
                cells -> Cents.fits(cells.get(amount), cells.get(currency)),
                cells -> Cents.of(cells.get(currency)));
        return new Table<>(
                file,
                kind,
                draft.reads(cells -> new MarginRate(
                        head.stamp(cells), cells.get(scope).id(), new Money(cells.get(amount), cells.get(currency)))),
                head.id());
    }

    static Table<Cancellation> cancellations(Reference reference) {
        var draft = new Layout.Draft<Cancellation>();
        var head = Head.of(draft, reference, (Cancellation cancellation) -> cancellation);
        var reason = draft.field("reason", Formats.TEXT, Cancellation::reason);
        draft.expect(head.corrects(), cells -> cells.get(head.corrects()).isPresent(), "the fact that is cancelled");
        return new Table<>(
                "facts/cancellations.csv",
                KIND,
                draft.reads(cells -> new Cancellation(head.stamp(cells), cells.get(reason))),
                head.id());
    }
}
