package org.assay.web.fund;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.web.figure.ChartParts;

/** NAV per share over time. */
final class NavChart {
    private NavChart() {}

    /** @param decimals of a price */
    static String of(List<StrikeHead> heads, List<String> classes, String currency, int decimals) {
        JsonArrayBuilder datasets = Json.createArrayBuilder();
        for (int i = 0; i < classes.size(); i++) {
            datasets.add(ChartParts.line("Class " + classes.get(i), prices(heads, classes.get(i)), i));
        }
        return ChartParts.chart(
                "line",
                ChartParts.texts(
                        heads.stream().map(head -> head.date().toString()).toList()),
                datasets,
                ChartParts.options(classes.size() > 1, currency + " a share", Math.min(2, decimals), decimals));
    }

    private static JsonArrayBuilder prices(List<StrikeHead> heads, String shareClass) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (StrikeHead head : heads) {
            Optional<ClassLine> line = head.classes().stream()
                    .filter(each -> each.shareClass().equals(shareClass))
                    .findFirst();
            line.ifPresentOrElse(found -> data.add(found.perShare()), data::addNull);
        }
        return data;
    }
}
