package org.assay.web.list;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.web.figure.Figure;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Filter;

/**
 * What the address asks of a list: {@code lots.xhtml?id=ILL-COMPUTE&lot=H100&sort=-opened&page=3&without=location.margin}. What
 * is no column, and no page, is not asked for.
 */
public final class ListQuestion {
    /** Rows of a page. */
    public static final int SIZE = 25;

    private static final String SORT = "sort";
    private static final String PAGE = "page";
    private static final String WITHOUT = "without";
    private static final int FIRST = 1;

    private final String address;
    private final String prefix;
    private final List<Column> columns;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Sort usual;
    private final Sort sort;
    private final int page;
    private final Set<String> without = new LinkedHashSet<>();

    /** A parameter of the address. */
    public record Parameter(String name, String value) {}

    /**
     * @param page {@code lots.xhtml}; {@code fund.xhtml#navs} where the list is one of several, whose own parameters then begin with
     *     its name: {@code navs-sort}
     * @param columns in their order
     * @param usual how it is sorted when nobody asks: {@code -opened}
     * @param parameters that say which rows, and stay in every address
     */
    public ListQuestion(String page, List<Column> columns, String usual, String... parameters) {
        int place = page.indexOf('#');
        address = page;
        prefix = place < 0 ? "" : page.substring(place + 1) + "-";
        this.columns = List.copyOf(columns);
        this.usual = Sort.of(usual);
        for (String parameter : parameters) {
            given.put(parameter, Asked.parameter(parameter).strip());
        }
        sort = Optional.of(Sort.of(Asked.parameter(prefix + SORT)))
                .filter(asked -> columns.stream()
                        .anyMatch(column -> column.isSortable() && column.name().equals(asked.column())))
                .orElse(this.usual);
        String number = Asked.parameter(prefix + PAGE);
        this.page = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : FIRST;
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        Arrays.stream(Asked.parameter(prefix + WITHOUT).split("\\.", -1))
                .filter(names::contains)
                .forEach(without::add);
        if (without.size() == names.size()) {
            // A list without columns shows nothing, and nothing to bring one back.
            without.clear();
        }
    }

    public Sort sort() {
        return sort;
    }

    /** What a parameter asks for; empty when nothing. */
    public String value(String parameter) {
        return given.getOrDefault(parameter, "");
    }

    /** The day a parameter asks for. A date that cannot be read asks for nothing: the field keeps it, and its form says what it takes. */
    public Optional<LocalDate> day(String parameter) {
        try {
            return Optional.of(value(parameter)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public int getSize() {
        return SIZE;
    }

    /** How many rows come before the page. */
    public int getFirst() {
        return (page - FIRST) * SIZE;
    }

    /** Whether the column is shown. */
    public boolean shows(String column) {
        return !without.contains(column);
    }

    public String head(String column) {
        return column(column).head();
    }

    public boolean isSortable(String column) {
        return column(column).isSortable();
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a column that is not told of: " + name));
    }

    /** {@code ↓} over the column it is sorted by; empty over the others. */
    public String arrow(String column) {
        return sort.column().equals(column) ? sort.isDescending() ? " ↓" : " ↑" : "";
    }

    /** Sorted by this column; the other way when it is already. */
    public String sorted(String column) {
        Sort by = sort.column().equals(column) ? sort.turned() : new Sort(column, false);
        return address(by, FIRST, without);
    }

    /** Each column, with the address of the list without it, or with it again. */
    public List<Filter> getChoices() {
        List<Filter> choices = new ArrayList<>();
        for (Column column : columns) {
            Set<String> other = new LinkedHashSet<>(without);
            if (!other.remove(column.name())) {
                other.add(column.name());
            }
            choices.add(new Filter(column.head(), address(sort, page, other), shows(column.name()), 0));
        }
        return choices;
    }

    /** Another page of the same; empty when there is none. */
    String turned(int by, long count) {
        int other = page + by;
        return other < FIRST || (long) (other - FIRST) * SIZE >= count ? "" : address(sort, other, without);
    }

    /** {@code 51 to 75 of 100,000}. */
    String shown(long count) {
        return count == 0 || getFirst() >= count
                ? "none of " + Figure.count(count).text()
                : "%s to %s of %s"
                        .formatted(
                                Figure.count(getFirst() + 1L).text(),
                                Figure.count(Math.min(count, getFirst() + (long) SIZE))
                                        .text(),
                                Figure.count(count).text());
    }

    /** Whether the address asks anything of this list by its own name, so that it is what somebody came for. */
    public boolean isAsked() {
        return parameters(sort, page, without).entrySet().stream()
                .anyMatch(parameter -> parameter.getKey().startsWith(prefix)
                        && !parameter.getValue().isEmpty());
    }

    /** The same list, with one parameter as it is said here; its first page. */
    public String with(String parameter, String value) {
        Map<String, String> other = parameters(sort, FIRST, without);
        other.put(parameter, value);
        return address(other);
    }

    /** What a form that narrows the list must carry: everything that is asked, but for its own fields and the page. */
    public List<Parameter> carried(String fields) {
        Set<String> own = Set.of(fields.split(" ", -1));
        return parameters(sort, FIRST, without).entrySet().stream()
                .filter(parameter -> !own.contains(parameter.getKey()))
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    private String address(Sort by, int number, Set<String> hidden) {
        return address(parameters(by, number, hidden));
    }

    /** What is as usual does not stand in the address. */
    private Map<String, String> parameters(Sort by, int number, Set<String> hidden) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.put(prefix + SORT, by.equals(usual) ? "" : by.toString());
        all.put(prefix + PAGE, number == FIRST ? "" : Integer.toString(number));
        all.put(prefix + WITHOUT, String.join(".", hidden));
        return all;
    }

    private String address(Map<String, String> parameters) {
        String asked = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + Asked.encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        int place = address.indexOf('#');
        String page = place < 0 ? address : address.substring(0, place);
        return page + (asked.isEmpty() ? "" : "?" + asked) + (place < 0 ? "" : address.substring(place));
    }
}
