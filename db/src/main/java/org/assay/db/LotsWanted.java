package org.assay.db;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Lot;

/**
 * Which lots, in which order.
 *
 * @param text stands in the id, the instrument or the place, in capitals or not; empty for all
 */
public record LotsWanted(String text, Order order, boolean isDescending) {
    /** By what they are sorted; what is equal stands first in, first out. */
    public enum Order {
        /** First in, first out: by instrument, place, day and id. */
        FIFO(lot -> "", "l.strike"),
        INSTRUMENT(Lot::instrument, "l.instrument collate \"C\""),
        LOCATION(Lot::location, "l.location collate \"C\""),
        OPENED(Lot::opened, "l.opened"),
        QUANTITY(Lot::quantity, "l.quantity"),
        COST(lot -> lot.baseCost().amount(), "l.base_cost"),
        UNREALISED(lot -> lot.unrealised().amount(), "l.price_part + l.currency_part");

        private final Comparator<Lot> comparator;
        private final String sql;

        <T extends Comparable<? super T>> Order(Function<Lot, T> key, String sql) {
            comparator = Comparator.comparing(key);
            this.sql = sql;
        }
    }

    private static final String FIFO =
            "l.instrument collate \"C\", l.location collate \"C\", l.opened, l.id collate \"C\"";

    /** All of them, first in, first out. */
    public static final LotsWanted ALL = new LotsWanted("", Order.FIFO, false);

    /** Over the view derived.lots, called l; its arguments are {@link #arguments}. */
    static final String CONDITION =
            "l.strike = ? and strpos(lower(concat_ws(e'\\n', l.id, l.instrument, l.location)), lower(?)) > 0";

    Object[] arguments(long strike) {
        return new Object[] {strike, text};
    }

    String orderBy() {
        return "order by %s %s, %s".formatted(order.sql, isDescending ? "desc" : "asc", FIFO);
    }

    /** The same of lots in memory. */
    LotPage of(List<Lot> lots, long skip, long limit) {
        Comparator<Lot> by = isDescending ? order.comparator.reversed() : order.comparator;
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Lot> all = lots.stream()
                .filter(lot -> Stream.of(lot.id(), lot.instrument(), lot.location())
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(by.thenComparing(Lot.FIFO))
                .toList();
        return new LotPage(all.stream().skip(skip).limit(limit).toList(), all.size());
    }
}
