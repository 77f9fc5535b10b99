package org.assay.web.fund;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;

/** NAV per share over time, as Chart.js wants it. Each class has a colour and a dash of its own: paper has no colour. */
final class NavChart {
    private static final List<String> COLOURS = List.of("#2b7fd4", "#c77d0a", "#2f9e63", "#a357c9");
    private static final List<List<Integer>> DASHES = List.of(List.of(), List.of(6, 3), List.of(2, 2), List.of(8, 3, 2, 3));
    private static final String GRID = "rgba(128,140,155,0.22)";
    private static final String INK = "#7d8896";

    private NavChart() {}

    static String of(List<StrikeHead> heads, List<String> classes, String currency) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        heads.forEach(head -> labels.add(head.date().toString()));
        JsonArrayBuilder datasets = Json.createArrayBuilder();
        for (int i = 0; i < classes.size(); i++) {
            datasets.add(dataset(heads, classes.get(i), i));
        }
        return Json.createObjectBuilder()
                .add("type", "line")
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", datasets))
                .add("options", options(classes.size() > 1, currency))
                .build()
                .toString();
    }

    private static JsonObjectBuilder dataset(List<StrikeHead> heads, String shareClass, int number) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (StrikeHead head : heads) {
            Optional<ClassLine> line = head.classes().stream()
                    .filter(each -> each.shareClass().equals(shareClass))
                    .findFirst();
            line.ifPresentOrElse(found -> data.add(found.perShare()), data::addNull);
        }
        JsonArrayBuilder dash = Json.createArrayBuilder();
        DASHES.get(number % DASHES.size()).forEach(dash::add);
        String colour = COLOURS.get(number % COLOURS.size());
        return Json.createObjectBuilder()
                .add("label", "Class " + shareClass)
                .add("data", data)
                .add("borderColor", colour)
                .add("backgroundColor", colour)
                .add("borderDash", dash)
                .add("borderWidth", 2)
                .add("pointRadius", 0)
                .add("pointHitRadius", 12)
                .add("tension", 0);
    }

    private static JsonObject options(boolean legend, String currency) {
        return Json.createObjectBuilder()
                .add("animation", false)
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add("interaction", Json.createObjectBuilder().add("mode", "index").add("intersect", false))
                .add(
                        "plugins",
                        Json.createObjectBuilder()
                                .add(
                                        "legend",
                                        Json.createObjectBuilder()
                                                .add("display", legend)
                                                .add("align", "start")
                                                .add(
                                                        "labels",
                                                        Json.createObjectBuilder()
                                                                .add("color", INK)
                                                                .add("boxWidth", 28)
                                                                .add("boxHeight", 1))))
                .add(
                        "scales",
                        Json.createObjectBuilder()
                                .add("x", axis("").add("ticks", ticks().add("maxTicksLimit", 12).add("maxRotation", 0)))
                                .add("y", axis(currency + " a share").add("ticks", ticks())))
                .build();
    }

    private static JsonObjectBuilder ticks() {
        return Json.createObjectBuilder().add("color", INK);
    }

    private static JsonObjectBuilder axis(String title) {
        return Json.createObjectBuilder()
                .add("grid", Json.createObjectBuilder().add("color", GRID))
                .add(
                        "title",
                        Json.createObjectBuilder()
                                .add("display", !title.isEmpty())
                                .add("text", title)
                                .add("color", INK));
    }
}
