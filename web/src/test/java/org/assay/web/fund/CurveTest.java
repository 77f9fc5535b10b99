package org.assay.web.fund;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.assay.pack.replay.Replay;
import org.assay.web.nav.DemoStrikes;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Replay.Strike LAST =
            DemoStrikes.all().get(DemoStrikes.all().size() - 1);

    @Test
    void every_month_that_still_trades_stands_with_its_settlement_in_order() {
        List<Curve> curves = Curve.of(LAST.inputs(), LAST.result());
        assertThat(curves).extracting(Curve::root).containsExactly("ILL-H100");
        assertThat(curves.get(0).unit()).isEqualTo("USD per GPU hour");
        assertThat(curves.get(0).points())
                .extracting(point -> point.contract() + " " + point.settlement().text() + " "
                        + point.over().text())
                .startsWith(
                        "ILL-H100-2026-05 2.429 ", "ILL-H100-2026-06 2.4385 0.0095", "ILL-H100-2026-07 2.448 0.019");
        assertThat(curves.get(0).points().get(2).lots().text()).isEqualTo("2,500");
    }

    @Test
    void the_chart_holds_the_figures_of_the_table_and_says_its_unit() {
        Curve curve = Curve.of(LAST.inputs(), LAST.result()).get(0);
        JsonObject chart = json(curve.getChart());
        assertThat(chart.getJsonObject("data").getJsonArray("labels"))
                .hasSize(curve.points().size());
        assertThat(chart.getJsonObject("data")
                        .getJsonArray("datasets")
                        .getJsonObject(0)
                        .getJsonArray("data")
                        .getJsonNumber(1)
                        .bigDecimalValue())
                .isEqualByComparingTo("2.4385");
        assertThat(chart.toString()).contains("\"text\":\"USD per GPU hour\"", "\"maximumFractionDigits\":4");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
