package org.assay.web.fund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.db.LotPage;
import org.assay.kernel.ledger.Lot;
import org.assay.web.figure.Figure;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Lots of a close, a page of them at a time: the database filters and sorts, and sends no more than is shown. */
public class LotList extends LazyDataModel<LotList.Row> {
    private final transient Source source;
    private final int first;
    private final int size;
    private transient Optional<Piece> piece = Optional.empty();

    /** Where lots come from. */
    interface Source {
        LotPage lots(long skip, long limit);
    }

    private record Piece(int from, int size, LotPage page) {}

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

    /**
     * @param first of the page that is shown
     * @param size of a page
     */
    LotList(Source source, int first, int size) {
        this.source = source;
        this.first = first;
        this.size = size;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(piece(first, size).count());
    }

    @Override
    public List<Row> load(int from, int wanted, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
        return piece(from, wanted).lots().stream().map(LotList::row).toList();
    }

    /** Asked once, though its rows and their number are asked for apart. */
    private LotPage piece(int from, int wanted) {
        if (piece.filter(known -> known.from() == from && known.size() == wanted)
                .isEmpty()) {
            piece = Optional.of(new Piece(from, wanted, source.lots(from, wanted)));
        }
        return piece.get().page();
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
}
