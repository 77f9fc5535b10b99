package org.assay.reports.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.reports.FigureText;

/**
 * A table while it is written, row by row. A cell is a text, or a figure that is printed as {@link Figures} has it; cells come
 * in the order of the columns, and those left out at the end are empty.
 */
public final class Table {
    private final String layout;
    private final List<Map<String, ?>> rows = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Table(String layout) {
        this.layout = layout;
    }

    /** @param currency for heads of columns that name it */
    public static Table of(String layout, Currency currency) {
        Table table = new Table(layout);
        table.parameters.put("currency", currency.code());
        return table;
    }

    /** In place of the title in the table's description. */
    public Table title(String title) {
        parameters.put("title", title);
        return this;
    }

    /** Over the columns of a table whose description gives none, from the first; those left out are empty. */
    public Table heads(List<String> heads) {
        for (int i = 0; i < heads.size(); i++) {
            parameters.put("h" + (i + 1), heads.get(i));
        }
        return this;
    }

    /** Below the last row. */
    public Table note(String note) {
        parameters.put("note", note);
        return this;
    }

    public Table row(Object... cells) {
        return add("row", cells);
    }

    /** In grey: of less weight than the row above. */
    public Table quiet(Object... cells) {
        return add("quiet", cells);
    }

    /** In bold, under a rule. */
    public Table total(Object... cells) {
        return add("total", cells);
    }

    /** A heading above the rows that follow. */
    public Table group(String heading) {
        return add("group", heading);
    }

    /** A sentence across the table. */
    public Table line(String sentence) {
        return add("line", sentence);
    }

    /** The sentence stands when there is no row. */
    public Table orLine(String sentence) {
        return rows.isEmpty() ? line(sentence) : this;
    }

    /** What must be nothing: a dash when it is, and said aloud when it is not. */
    public Table check(String difference, Money... amounts) {
        return check(
                difference,
                Arrays.stream(amounts)
                        .filter(amount -> !amount.isZero())
                        .map(amount -> Figures.inText(amount) + " " + amount.currency()));
    }

    /** The same of shares, lots or tokens. */
    public Table check(String difference, Quantity... quantities) {
        return check(
                difference,
                Arrays.stream(quantities).filter(quantity -> !quantity.isZero()).map(Quantity::toString));
    }

    private Table check(String difference, Stream<String> off) {
        String amounts = off.collect(Collectors.joining(", "));
        return amounts.isEmpty()
                ? line("Check, %s: %s".formatted(difference, FigureText.ZERO))
                : group("DOES NOT TIE by %s: %s".formatted(amounts, difference));
    }

    public Section section() {
        return new Section(layout, rows, parameters);
    }

    private Table add(String kind, Object... cells) {
        Map<String, String> row = new HashMap<>();
        row.put("kind", kind);
        for (int i = 0; i < cells.length; i++) {
            row.put("c" + (i + 1), text(cells[i]));
        }
        rows.add(row);
        return this;
    }

    private static String text(Object cell) {
        if (cell instanceof Money money) {
            return Figures.of(money);
        }
        if (cell instanceof Quantity quantity) {
            return Figures.of(quantity);
        }
        if (cell instanceof Price price) {
            return Figures.of(price);
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return Figures.count(((Number) cell).longValue());
        }
        if (cell instanceof Optional<?> maybe) {
            return maybe.map(Table::text).orElse("");
        }
        return cell.toString();
    }
}
