package org.assay.web.fund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.LotPage;
import org.assay.db.LotsWanted;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.FundBooks;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Lot;
import org.assay.web.figure.Figure;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;

/**
 * Open lots of a fund at its last NAV. The fund's page shows the first of them; on a page of their own they are turned without
 * striking anything again.
 */
@Named
@RequestScoped
public class LotsPage {
    private static final String ID = "id";
    private static final String TEXT = "lot";
    private static final String FIFO = "fifo";

    @Inject
    private Desk desk;

    @Inject
    private FundBooks books;

    @Inject
    private Known known;

    private final String id = Asked.parameter(ID);
    private Optional<FundHead> fund = Optional.empty();
    private Optional<Optional<StrikeHead>> last = Optional.empty();
    private Optional<ListModel<Row>> lots = Optional.empty();

    /**
     * A lot.
     *
     * @param currency of its instrument
     * @param margin counted since it opened; nothing but for a future
     */
    public record Row(
            String id,
            String instrument,
            String location,
            String opened,
            Figure quantity,
            Figure price,
            Figure marked,
            String currency,
            Figure cost,
            Figure baseCost,
            Figure unrealised,
            Figure margin) {}

    /** Answers 404 when there is no such fund. */
    public void look() throws IOException {
        try {
            fund();
        } catch (FundException notThere) {
            Asked.isNotThere("no such fund");
        }
    }

    private FundHead fund() {
        if (fund.isEmpty()) {
            fund = Optional.of(desk.fund(id));
        }
        return fund.get();
    }

    private Optional<StrikeHead> last() {
        if (last.isEmpty()) {
            last = Optional.of(desk.last(id, known.moment()));
        }
        return last.get();
    }

    public ListModel<Row> getLots() {
        if (lots.isEmpty()) {
            ListQuestion question = new ListQuestion("lots.xhtml", columns(), FIFO, ID, TEXT);
            lots = Optional.of(new ListModel<>(question, (skip, limit) -> read(question, skip, limit)));
        }
        return lots.get();
    }

    /** Their heads have the fund's currency. */
    private List<Column> columns() {
        return List.of(
                Column.of("lot", "Lot"),
                Column.sorted("instrument", "Instrument"),
                Column.sorted("location", "Where"),
                Column.sorted("opened", "Opened"),
                Column.sorted("quantity", "Quantity"),
                Column.of("price", "Opened at"),
                Column.of("marked", "Marked at"),
                Column.of("currency", "In"),
                Column.of("own", "Cost, own currency"),
                Column.sorted("cost", "Cost, " + getCurrency()),
                Column.sorted("unrealised", "Unrealised, " + getCurrency()),
                Column.of("margin", "Margin since open, own currency"));
    }

    private ListModel.Piece<Row> read(ListQuestion question, long skip, long limit) {
        LotsWanted wanted = new LotsWanted(
                question.value(TEXT),
                question.sort().of(LotsWanted.Order.class),
                question.sort().isDescending());
        LotPage read = last().map(head -> books.lots(id, head.date(), wanted, skip, limit, known.moment()))
                .orElseGet(() -> new LotPage(List.of(), 0));
        return new ListModel.Piece<>(read.lots().stream().map(LotsPage::row).toList(), read.count());
    }

    private static Row row(Lot lot) {
        return new Row(
                lot.id(),
                lot.instrument(),
                lot.location(),
                lot.opened().toString(),
                Figure.of(lot.quantity()),
                Figure.of(lot.price()),
                Figure.of(lot.marked()),
                lot.price().currency().code(),
                Figure.of(lot.cost()),
                Figure.of(lot.baseCost()),
                Figure.of(lot.unrealised()),
                Figure.of(lot.margin()));
    }

    public String getName() {
        return fund().terms().name();
    }

    public String getCurrency() {
        return fund().terms().base().code();
    }

    /** {@code at the close of 2026-05-29}. */
    public String getAsOf() {
        return last().map(head -> "at the close of " + head.date()).orElse("no NAV was struck");
    }

    public String getText() {
        return getLots().getQuestion().value(TEXT);
    }

    public String getId() {
        return id;
    }
}
