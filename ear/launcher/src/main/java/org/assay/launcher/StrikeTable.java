package org.assay.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Strikes as a table, a line for each class of each. Figures are shown as the server wrote them, digit for digit. */
final class StrikeTable {
    private static final List<String> HEADS = List.of(
            "fund",
            "class",
            "date",
            "net assets",
            "shares",
            "NAV per share",
            "controls",
            "status",
            "digest",
            "fire instance");

    private static final List<Integer> FIGURES = List.of(3, 4, 5, 6);
    private static final int DIGEST_SHOWN = 12;

    private StrikeTable() {}

    static List<String> lines(List<JsonNode> strikes) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADS);
        for (JsonNode strike : strikes) {
            for (JsonNode shareClass : strike.path("classes")) {
                rows.add(row(strike, shareClass));
            }
        }
        return TextTable.lines(rows, FIGURES::contains);
    }

    private static List<String> row(JsonNode strike, JsonNode shareClass) {
        JsonNode controls = strike.path("controls");
        int run = controls.path("run").asInt();
        int passed = run - controls.path("failed").asInt();
        String digest = strike.path("result").asText();
        return List.of(
                strike.path("fund").asText(),
                shareClass.path("class").asText(),
                strike.path("date").asText(),
                shareClass.path("netAssets").asText() + " "
                        + shareClass.path("currency").asText(),
                shareClass.path("shares").asText(),
                shareClass.path("navPerShare").asText(),
                passed + " of " + run,
                strike.path("status").asText(),
                digest.substring(0, Math.min(DIGEST_SHOWN, digest.length())),
                strike.path("fireInstance").asText());
    }
}
