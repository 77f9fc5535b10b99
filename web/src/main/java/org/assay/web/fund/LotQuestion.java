package org.assay.web.fund;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.db.LotsWanted;
import org.assay.db.LotsWanted.Order;
import org.assay.web.figure.Figure;
import org.assay.web.shell.Asked;

/**
 * Which lots the address asks for: {@code lot=H100&sort=-opened&page=3}. Everything about a list stands in its address, so
 * that it can be sent to a colleague.
 */
final class LotQuestion {
    static final int SIZE = 25;
    private static final String PAGE = "page";
    private static final String SORT = "sort";
    private static final String TEXT = "lot";

    private final String text = Asked.parameter(TEXT).strip();
    private final String sort = Asked.parameter(SORT);
    private final int page = page(Asked.parameter(PAGE));

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }

    String text() {
        return text;
    }

    String sort() {
        return sort;
    }

    int first() {
        return (page - 1) * SIZE;
    }

    LotsWanted wanted() {
        return new LotsWanted(text, order(), sort.startsWith("-"));
    }

    private Order order() {
        String name = sort.replaceFirst("^-", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(Order.values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElse(Order.FIFO);
    }

    /** {@code ↓} over the column it is sorted by; empty over the others. */
    String arrow(String column) {
        return order().name().equalsIgnoreCase(column) ? sort.startsWith("-") ? " ↓" : " ↑" : "";
    }

    /** Sorted by this column; the other way when it is already. */
    String sorted(String fund, String column) {
        return address(fund, Map.of(TEXT, text, SORT, sort.equals(column) ? "-" + column : column));
    }

    /** Another page of the same; empty when there is none. */
    String turned(String fund, int by, long count) {
        int other = page + by;
        return other < 1 || (long) (other - 1) * SIZE >= count
                ? ""
                : address(fund, Map.of(TEXT, text, SORT, sort, PAGE, Integer.toString(other)));
    }

    private static String address(String fund, Map<String, String> asked) {
        List<String> parameters = new ArrayList<>(List.of("id=" + Asked.encoded(fund)));
        new TreeMap<>(asked).forEach((name, value) -> {
            if (!value.isEmpty()) {
                parameters.add(name + "=" + Asked.encoded(value));
            }
        });
        return parameters.stream().collect(Collectors.joining("&", "lots.xhtml?", ""));
    }

    /** {@code 51 to 75 of 100,000}. */
    String shown(long count) {
        return count == 0 || first() >= count
                ? "none of " + Figure.count(count).text()
                : "%s to %s of %s"
                        .formatted(
                                Figure.count(first() + 1L).text(),
                                Figure.count(Math.min(count, first() + (long) SIZE))
                                        .text(),
                                Figure.count(count).text());
    }
}
