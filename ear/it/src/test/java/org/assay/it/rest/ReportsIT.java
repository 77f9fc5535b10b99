package org.assay.it.rest;

import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assay.it.house.OverRest.AS_OPERATOR;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.PackFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Reports that make themselves when a NAV is published, and those somebody orders. */
@RunAsClient
class ReportsIT extends OnTheServer {
    private static final String FUND = "ILL-REPORTED";
    private static final String REPORTS = "api/funds/" + FUND + "/reports";
    private static final long SEED = 5_005;

    private static final Set<String> OF_EVERY_NAV = Set.of("nav-pack", "workbook");

    /** Monday to Friday, which is no end of a month. */
    private static final List<String> DAYS =
            List.of("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05");

    @Test
    void what_is_published_is_reported_and_what_is_ordered_is_made_once() throws Exception {
        bring(new SmallFund(
                        FUND,
                        SEED,
                        SmallFund.of(SEED).market(),
                        LocalDate.parse(DAYS.get(0)),
                        LocalDate.parse(DAYS.get(4)))
                .pack());
        // The newest NAV has its own, whatever became of it.
        assertThat(kept("")).containsExactly("2026-06-05 nav-pack Review", "2026-06-05 workbook Review");

        // The second day waits for the first; signed, the first publishes both.
        sign(DAYS.get(1));
        assertThat(array(REPORTS + "/owed")).isEmpty();
        sign(DAYS.get(0));
        DemoFund.awaitQuiet();
        assertThat(kept("?to=2026-06-02&kind=nav-pack"))
                .containsExactly("2026-06-02 nav-pack Published", "2026-06-01 nav-pack Published");
        assertThat(kept("?to=2026-06-02&kind=workbook"))
                .containsExactly("2026-06-02 workbook Published", "2026-06-01 workbook Published");

        JsonObject order = Json.createObjectBuilder()
                .add("from", DAYS.get(0))
                .add("to", DAYS.get(4))
                .add("kinds", Json.createArrayBuilder(List.of("nav-pack", "workbook")))
                .add("request", "the first week")
                .build();
        // Of ten, six are made: those of two published NAVs, and of the newest.
        assertThat(ordered(order)).isEqualTo(4);
        assertThat(array(REPORTS + "/orders")).hasSize(1);
        ordered(order);
        assertThat(array(REPORTS + "/orders")).hasSize(1);
        DemoFund.awaitQuiet();
        assertThat(array(REPORTS + "/orders").getJsonObject(0).getInt("left")).isZero();
        assertThat(kept("?from=2026-06-03&to=2026-06-03"))
                .containsExactly("2026-06-03 nav-pack Review", "2026-06-03 workbook Review");
        assertThat(array(REPORTS + "/owed")).isEmpty();
    }

    /** Those of every NAV; each is what it was. */
    private static List<String> kept(String asked) throws Exception {
        List<String> kept = new ArrayList<>();
        for (JsonObject report :
                object(operator(REPORTS + asked)).getJsonArray("reports").getValuesAs(JsonObject.class)) {
            isWhatItWas(report);
            String kind = report.getString("kind");
            if (OF_EVERY_NAV.contains(kind)) {
                kept.add("%s %s %s".formatted(report.getString("date"), kind, report.getString("status")));
            }
        }
        return kept;
    }

    /** Its bytes are found by their hash, and it says what made it. */
    private static void isWhatItWas(JsonObject report) throws Exception {
        JsonObject provenance = report.getJsonObject("provenance");
        assertThat(provenance.getString("code")).matches("\\d.* \\(.+\\)");
        assertThat(provenance.getString("rules")).matches("[0-9a-f]{64}");
        assertThat(provenance.getString("prices")).matches("[0-9a-f]{64}");
        HttpResponse<byte[]> file = DemoFund.file(REPORTS + "/" + report.getString("sha256"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).hasSize(report.getInt("size"));
        assertThat(PackFiles.sha256(file.body())).isEqualTo(report.getString("sha256"));
    }

    @Test
    void an_order_that_means_nothing_is_refused_and_says_what_was_expected() throws Exception {
        DemoFund.struck();
        String orders = "api/funds/ILL-COMPUTE/reports/orders";
        assertThat(refused(orders, "2026-05-29", "nav-pakc", "1")).contains("nav-pack, workbook");
        assertThat(refused(orders, "2020-01-01", "nav-pack", "2")).contains("days that are struck");
        assertThat(refused(orders, "yesterday", "nav-pack", "3")).contains("a date like 2026-05-29");
        assertThat(operator("api/funds/ILL-COMPUTE/reports/" + "0".repeat(64)).statusCode())
                .isEqualTo(404);
    }

    private static String refused(String orders, String day, String kind, String request) throws Exception {
        HttpResponse<String> answer = DemoFund.send(
                orders,
                AS_OPERATOR,
                Optional.of(Sent.json(Json.createObjectBuilder()
                        .add("from", day)
                        .add("to", day)
                        .add("kinds", Json.createArrayBuilder().add(kind))
                        .add("request", request)
                        .build()
                        .toString())));
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.body();
    }

    /** @return how many were owed when it was asked for */
    private static int ordered(JsonObject order) throws Exception {
        HttpResponse<String> answer =
                DemoFund.send(REPORTS + "/orders", AS_OPERATOR, Optional.of(Sent.json(order.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return array(REPORTS + "/orders").getJsonObject(0).getInt("owed");
    }

    private static void sign(String day) throws Exception {
        String nav = "api/funds/%s/strikes/%s".formatted(FUND, day);
        String result = object(operator(nav)).getJsonObject("head").getString("result");
        JsonObject word = Json.createObjectBuilder()
                .add("result", result)
                .add("reason", "figures looked at")
                .build();
        assertThat(DemoFund.send(nav + "/approval", AS_APPROVER, Optional.of(Sent.json(word.toString())))
                        .statusCode())
                .isEqualTo(200);
    }
}
