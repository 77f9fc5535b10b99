package org.assay.web.figure;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * What charts have in common, as Chart.js wants it. Each line has a colour and a dash of its own, and each bar a
 * filling: paper has no colour.
 */
public final class ChartParts {
    public static final List<String> COLOURS = List.of("#2b7fd4", "#c77d0a", "#2f9e63", "#a357c9");
    private static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(6, 3), List.of(2, 2), List.of(8, 3, 2, 3));
    private static final String GRID = "rgba(128,140,155,0.22)";
    private static final String INK = "#7d8896";
    private static final int MOST_LABELS = 12;

    private ChartParts() {}

    public static String chart(
            String type, JsonArrayBuilder labels, JsonArrayBuilder datasets, JsonObjectBuilder options) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", datasets))
                .add("options", options)
                .build()
                .toString();
    }

    public static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    /** @param number which line of the chart, from 0 */
    public static JsonObjectBuilder line(String label, JsonArrayBuilder data, int number) {
        JsonArrayBuilder dash = Json.createArrayBuilder();
        DASHES.get(number % DASHES.size()).forEach(dash::add);
        String colour = COLOURS.get(number % COLOURS.size());
        return Json.createObjectBuilder()
                .add("label", label)
                .add("data", data)
                .add("borderColor", colour)
                .add("backgroundColor", colour)
                .add("borderDash", dash)
                .add("borderWidth", 2)
                .add("pointRadius", 0)
                .add("pointHitRadius", MOST_LABELS)
                .add("tension", 0);
    }

    /**
     * @param unit of the values, over their axis
     * @param decimals at least, and at most
     */
    public static JsonObjectBuilder options(boolean legend, String unit, int least, int decimals) {
        return Json.createObjectBuilder()
                .add("animation", false)
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add(
                        "interaction",
                        Json.createObjectBuilder().add("mode", "index").add("intersect", false))
                .add("plugins", Json.createObjectBuilder().add("legend", legend(legend)))
                .add(
                        "scales",
                        Json.createObjectBuilder()
                                .add(
                                        "x",
                                        axis("").add(
                                                        "ticks",
                                                        ticks().add("maxTicksLimit", MOST_LABELS)
                                                                .add("autoSkipPadding", 18)
                                                                .add("maxRotation", 0)))
                                .add("y", axis(unit).add("ticks", ticks().add("format", format(least, decimals)))));
    }

    private static JsonObjectBuilder legend(boolean isShown) {
        return Json.createObjectBuilder()
                .add("display", isShown)
                .add("align", "start")
                .add(
                        "labels",
                        Json.createObjectBuilder()
                                .add("color", INK)
                                .add("boxWidth", 28)
                                .add("boxHeight", 1));
    }

    /** Without it a value is cut to three decimals where one hovers. */
    private static JsonObjectBuilder format(int least, int decimals) {
        return Json.createObjectBuilder().add("minimumFractionDigits", least).add("maximumFractionDigits", decimals);
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
