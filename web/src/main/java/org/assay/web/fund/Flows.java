package org.assay.web.fund;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.assay.db.FlowLine;
import org.assay.web.figure.ChartParts;

/** Capital that came in and went out, by day: all classes together. */
final class Flows {
    private static final String TYPE = "bar";

    private final List<FlowLine> lines;

    Flows(List<FlowLine> lines) {
        this.lines = List.copyOf(lines);
    }

    BigDecimal subscribed(LocalDate date) {
        return sum(date, FlowLine::subscribed);
    }

    BigDecimal redeemed(LocalDate date) {
        return sum(date, FlowLine::redeemed);
    }

    private BigDecimal sum(LocalDate date, Function<FlowLine, BigDecimal> side) {
        return lines.stream()
                .filter(line -> line.date().equals(date))
                .map(side)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Under the chart of NAV per share, over the same days: what came in upwards and full, what went out downwards and hollow. */
    String chart(List<LocalDate> dates, String currency, int decimals) {
        JsonArrayBuilder in = Json.createArrayBuilder();
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (LocalDate date : dates) {
            in.add(subscribed(date));
            out.add(redeemed(date).negate());
        }
        JsonObjectBuilder options = ChartParts.options(true, currency, 0, decimals);
        return ChartParts.chart(
                TYPE,
                ChartParts.texts(dates.stream().map(LocalDate::toString).toList()),
                Json.createArrayBuilder()
                        .add(bars("Subscriptions", in, ChartParts.COLOURS.get(0), ChartParts.COLOURS.get(0)))
                        .add(bars("Redemptions", out, "transparent", ChartParts.COLOURS.get(1))),
                options);
    }

    private static JsonObjectBuilder bars(String label, JsonArrayBuilder data, String filling, String edge) {
        return Json.createObjectBuilder()
                .add("label", label)
                .add("data", data)
                .add("backgroundColor", filling)
                .add("borderColor", edge)
                .add("borderWidth", 2)
                .add("barThickness", 6)
                .add("grouped", false);
    }
}
