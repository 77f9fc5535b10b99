package org.assay.it.rest;

import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.OverRest.again;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.csv;
import static org.assay.it.house.OverRest.file;
import static org.assay.it.house.OverRest.object;
import static org.assay.it.house.OverRest.with;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.it.house.DemoFund;
import org.assay.it.house.OnTheServer;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The night as it is watched over REST. The house clock stands at 20:00 on Friday 5 June 2026, UTC. */
@RunAsClient
class NightIT extends OnTheServer {
    private static final List<String> STEPS =
            List.of("DATA", "PRICES", "STRIKE", "CONTROLS", "COMPLIANCE", "REPORTS", "SIGN_OFF");

    @Test
    void every_fund_is_counted_once_in_each_step_and_what_comes_next_is_told() throws Exception {
        DemoFund.struck();
        JsonObject night = night("");
        assertThat(Instant.parse(night.getString("now"))).isEqualTo("2026-06-05T20:00:00Z");
        assertThat(night.getBoolean("quiet")).isTrue();
        assertThat(night.getInt("due")).isEqualTo(night.getInt("struck")).isGreaterThanOrEqualTo(102);
        assertThat(night.getJsonObject("pace").getInt("strikesLeft")).isZero();
        assertThat(night.getJsonArray("nodes").getJsonObject(0).getString("node"))
                .isEqualTo("assay");
        assertThat(night.getJsonArray("cycles")).isNotEmpty().allSatisfy(value -> {
            JsonObject cycle = value.asJsonObject();
            JsonArray steps = cycle.getJsonArray("steps");
            assertThat(steps).hasSize(STEPS.size());
            for (int i = 0; i < STEPS.size(); i++) {
                JsonObject step = steps.getJsonObject(i);
                assertThat(step.getString("step")).isEqualTo(STEPS.get(i));
                assertThat(step.getInt("done") + step.getInt("due") + step.getInt("held") + step.getInt("waits"))
                        .isEqualTo(cycle.getInt("funds"));
            }
        });
        // The demo is valued at midnight of its day, UTC, and a day later nothing more may come in.
        assertThat(night.getJsonArray("next"))
                .isNotEmpty()
                .allSatisfy(next ->
                        assertThat(next.asJsonObject().getInt("seconds")).isPositive());
    }

    @Test
    void the_answer_is_as_long_as_was_asked_for() throws Exception {
        DemoFund.struck();
        assertThat(night("?days=100&cycles=3").getJsonArray("cycles")).hasSize(3);
        assertThat(night("?cycles=0").getJsonArray("cycles")).isEmpty();
        assertThat(operator("api/night?days=101").statusCode()).isEqualTo(422);
        assertThat(operator("api/night?cycles=many").statusCode()).isEqualTo(422);
    }

    /** It is struck and held, by the fund's policy for missing prices; when the price is there it goes on. */
    @Test
    void a_nav_that_lacks_a_price_waits_at_its_prices_for_the_data_desk() throws Exception {
        LocalDate day = LocalDate.of(2026, 6, 2);
        FundPack whole = holding("ILL-UNPRICED", 1_006);
        Quote missing = whole.quotes().stream()
                .filter(quote ->
                        quote.instrument().equals("AKT") && quote.date().equals(day))
                .findFirst()
                .orElseThrow();
        bring(with(
                whole,
                whole.fund(),
                whole.facts(),
                whole.quotes().stream().filter(quote -> !quote.equals(missing)).toList()));

        JsonObject wait = wait("ILL-UNPRICED").orElseThrow();
        assertThat(wait.getString("date")).isEqualTo("2026-06-02");
        assertThat(wait.getString("step")).isEqualTo("PRICES");
        assertThat(wait.getString("why"))
                .isEqualTo("C36 AKT: no price of the day in market/prices.csv: the one of 2026-06-01 is used");
        assertThat(wait.getString("who")).isEqualTo("the data desk");
        assertThat(states(day))
                .containsExactly(
                        "DATA done",
                        "PRICES held",
                        "STRIKE done",
                        "CONTROLS waits",
                        "COMPLIANCE waits",
                        "REPORTS done",
                        "SIGN_OFF waits");
        assertThat(states(day.plusDays(1))).startsWith("DATA done", "PRICES waits", "STRIKE waits");

        object(file("ILL-UNPRICED", "prices", "akt.csv", csv(whole, "prices", List.of(missing))));
        assertThat(again("api/funds/ILL-UNPRICED/strikes/2026-06-02", 2).statusCode())
                .isEqualTo(200);
        assertThat(wait("ILL-UNPRICED")).isEmpty();
        assertThat(states(day)).startsWith("DATA done", "PRICES done", "STRIKE done", "CONTROLS done");
    }

    /** It ends its day at a time no other fund of the house does, so it is alone in its cycles. */
    private static FundPack holding(String id, long seed) {
        FundPack pack = new SmallFund(
                        id,
                        seed,
                        new SmallFund.Market(
                                "14:07", "Europe/London", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of()),
                        LocalDate.of(2026, 5, 18),
                        LocalDate.of(2026, 6, 5))
                .pack();
        FundFile terms = FundTables.fund(FundTables.json(pack.fund()).replace("\"CARRY\"", "\"HOLD\""));
        return with(pack, terms, pack.facts(), pack.quotes());
    }

    private static JsonObject night(String how) throws IOException, InterruptedException {
        return object(operator("api/night" + how));
    }

    private static Optional<JsonObject> wait(String fund) throws IOException, InterruptedException {
        return night("").getJsonArray("waits").stream()
                .map(JsonValue::asJsonObject)
                .filter(wait -> wait.getString("fund").equals(fund))
                .findFirst();
    }

    /** Where its one fund stands in each step of a day that ends at 14:07 in London. */
    private static List<String> states(LocalDate day) throws IOException, InterruptedException {
        JsonObject cycle = night("?cycles=100").getJsonArray("cycles").stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getString("time").equals("14:07")
                        && each.getString("date").equals(day.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(cycle.getInt("funds")).isEqualTo(1);
        return cycle.getJsonArray("steps").stream()
                .map(JsonValue::asJsonObject)
                .map(step -> step.getString("step") + " "
                        + List.of("done", "due", "held", "waits").stream()
                                .filter(state -> step.getInt(state) == 1)
                                .findFirst()
                                .orElseThrow())
                .toList();
    }
}
