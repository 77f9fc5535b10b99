package org.assay.web.list;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The rows of a list, a page of them at a time.
 *
 * @param <R> a row, as it is shown
 */
public class ListModel<R> extends LazyDataModel<R> {
    /** So many at once, when all of them are written to a file. */
    private static final int PIECE = 5_000;

    private final transient ListQuestion question;
    private final transient Source<R> source;
    private transient Optional<Page<R>> page = Optional.empty();

    /**
     * Where rows come from.
     *
     * @param <R> a row
     */
    @FunctionalInterface
    public interface Source<R> {
        /** Some rows, and how many there are in all. */
        Piece<R> rows(long skip, long limit);

        /** All of them, in order, however many. */
        default void each(Consumer<R> reader) {
            long skip = 0;
            Piece<R> piece;
            do {
                piece = rows(skip, PIECE);
                piece.rows().forEach(reader);
                skip += PIECE;
            } while (skip < piece.count());
        }
    }

    /**
     * Some rows.
     *
     * @param count how many there are in all
     */
    public record Piece<R>(List<R> rows, long count) {
        public Piece {
            rows = List.copyOf(rows);
        }
    }

    private record Page<R>(long skip, long limit, Piece<R> piece) {}

    /** Of rows that somebody else filters, sorts and cuts: the database. */
    public ListModel(ListQuestion question, Source<R> source) {
        this.question = question;
        this.source = source;
    }

    /**
     * Of things that are at hand anyway.
     *
     * @param all those that are asked for
     * @param orders by the columns the list can be sorted by; what is equal stays as it comes
     * @param row as one is shown; asked for no more than are shown
     */
    public static <T, R> ListModel<R> of(
            ListQuestion question, List<T> all, Map<String, Comparator<T>> orders, Function<T, R> row) {
        List<T> sorted = all.stream().sorted(question.sort().of(orders)).toList();
        return new ListModel<>(
                question,
                (skip, limit) -> new Piece<>(
                        sorted.stream().skip(skip).limit(limit).map(row).toList(), sorted.size()));
    }

    public ListQuestion getQuestion() {
        return question;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(count());
    }

    private long count() {
        return piece(question.getFirst(), ListQuestion.SIZE).count();
    }

    @Override
    public List<R> load(int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
        return piece(first, size).rows();
    }

    /** Asked once, though its rows and their number are asked for apart. */
    private Piece<R> piece(long skip, long limit) {
        if (page.filter(known -> known.skip() == skip && known.limit() == limit).isEmpty()) {
            page = Optional.of(new Page<>(skip, limit, source.rows(skip, limit)));
        }
        return page.get().piece();
    }

    /** All rows of all pages. */
    public void each(Consumer<R> reader) {
        source.each(reader);
    }

    /** {@code 51 to 75 of 100,000}. */
    public String getShown() {
        return question.shown(count());
    }

    /** The page before; empty on the first. */
    public String getBefore() {
        return question.turned(-1, count());
    }

    /** The page after; empty on the last. */
    public String getAfter() {
        return question.turned(1, count());
    }
}
