package org.assay.web.figure;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Figures over time, as Chart.js wants them. Each line has a colour and a dash of its own: paper has no colour. */
public final class LineChart {
    private static final List<String> COLOURS = List.of("#2b7fd4", "#c77d0a", "#2f9e63", "#a357c9");
    private static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(6, 3), List.of(2, 2), List.of(8, 3, 2, 3));
    private static final String GRID = "rgba(128,140,155,0.22)";
    private static final String INK = "#7d8896";

    private LineChart() {}

    /** @param values one a label; absent where there is none */
    public record Series(String label, List<Optional<BigDecimal>> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * @param labels of the points, such as days
     * @param unit of the upright axis: {@code USD a share}
     */
    public static String of(List<String> labels, List<Series> series, String unit) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        labels.forEach(points::add);
        JsonArrayBuilder datasets = Json.createArrayBuilder();
        for (int i = 0; i < series.size(); i++) {
            datasets.add(dataset(series.get(i), i));
        }
        return Json.createObjectBuilder()
                .add("type", "line")
                .add("data", Json.createObjectBuilder().add("labels", points).add("datasets", datasets))
                .add("options", options(series.size() > 1, unit))
                .build()
                .toString();
    }

    private static JsonObjectBuilder dataset(Series series, int number) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        series.values().forEach(value -> value.ifPresentOrElse(data::add, data::addNull));
        JsonArrayBuilder dash = Json.createArrayBuilder();
        DASHES.get(number % DASHES.size()).forEach(dash::add);
        String colour = COLOURS.get(number % COLOURS.size());
        return Json.createObjectBuilder()
                .add("label", series.label())
                .add("data", data)
                .add("borderColor", colour)
                .add("backgroundColor", colour)
                .add("borderDash", dash)
                .add("borderWidth", 2)
                .add("pointRadius", 0)
                .add("pointHitRadius", 12)
                .add("tension", 0);
    }

    private static JsonObject options(boolean legend, String unit) {
        return Json.createObjectBuilder()
                .add("animation", false)
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add(
                        "interaction",
                        Json.createObjectBuilder().add("mode", "index").add("intersect", false))
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
                                .add(
                                        "x",
                                        axis("").add(
                                                        "ticks",
                                                        ticks().add("maxTicksLimit", 12)
                                                                .add("autoSkipPadding", 18)
                                                                .add("maxRotation", 0)))
                                .add("y", axis(unit).add("ticks", ticks())))
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
