package org.assay.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * NAVs per share of many days as a table: a line a day, a column for each class of each fund. A fund that does not strike on a
 * day has a blank there.
 */
final class NavHistory {
    private static final String DATE = "date";
    private static final Map<String, String> MARKS = Map.of("Review", "*", "Held", "!");

    private NavHistory() {}

    static List<String> lines(List<JsonNode> strikes) {
        var heads = new ArrayList<String>(List.of(DATE));
        SortedMap<String, SortedMap<String, String>> days = new TreeMap<>();
        for (JsonNode strike : strikes) {
            for (JsonNode shareClass : strike.path("classes")) {
                String head = strike.path("fund").asText() + " "
                        + shareClass.path("class").asText();
                if (!heads.contains(head)) {
                    heads.add(head);
                }
                days.computeIfAbsent(strike.path(DATE).asText(), day -> new TreeMap<>())
                        .put(head, shareClass.path("navPerShare").asText() + mark(strike));
            }
        }
        var rows = new ArrayList<List<String>>(List.of(marked(heads)));
        days.forEach((day, figures) -> rows.add(row(day, heads, figures)));
        return TextTable.lines(rows, column -> column > 0);
    }

    /** So that a head stands over the digits and not over the mark. */
    private static List<String> marked(List<String> heads) {
        return heads.stream().map(head -> head.equals(DATE) ? head : head + " ").toList();
    }

    private static List<String> row(String day, List<String> heads, Map<String, String> figures) {
        return heads.stream()
                .map(head -> head.equals(DATE) ? day : figures.getOrDefault(head, ""))
                .toList();
    }

    private static String mark(JsonNode strike) {
        return MARKS.getOrDefault(strike.path("status").asText(), " ");
    }
}
