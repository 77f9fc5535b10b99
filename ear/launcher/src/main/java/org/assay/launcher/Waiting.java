package org.assay.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person in one fund, as lines of a table: day, what it is, why. */
final class Waiting {
    private Waiting() {}

    /**
     * @param strikes of the fund, in order
     * @param last its last NAV whole, with its findings
     * @param branches its corrections
     */
    static List<List<String>> rows(List<JsonNode> strikes, JsonNode last, JsonNode branches) {
        var rows = new ArrayList<List<String>>();
        String fund = strikes.get(0).path("fund").asText();
        for (JsonNode strike : strikes) {
            if (strike.path("status").asText().matches("Review|Held")) {
                boolean isLast = strike.equals(strikes.get(strikes.size() - 1));
                rows.add(List.of(
                        fund,
                        strike.path("date").asText(),
                        strike.path("status").asText(),
                        isLast ? findings(last) : ""));
            }
        }
        for (JsonNode branch : branches) {
            if (branch.path("status").asText().equals("Open")) {
                rows.add(List.of(
                        fund,
                        branch.path("from").asText(),
                        "Correction",
                        branch.path("reason").asText()));
            }
        }
        return rows;
    }

    private static String findings(JsonNode nav) {
        var said = new ArrayList<String>();
        for (JsonNode finding : nav.path("findings")) {
            if (!finding.path("severity").asText().equals("INFO")) {
                said.add("%s %s: %s"
                        .formatted(
                                finding.path("control").asText(),
                                finding.path("subject").asText(),
                                finding.path("text").asText()));
            }
        }
        return String.join("; ", said);
    }
}
