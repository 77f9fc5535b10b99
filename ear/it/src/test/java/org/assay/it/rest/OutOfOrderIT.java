package org.assay.it.rest;

import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assay.it.house.OverRest.again;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.csv;
import static org.assay.it.house.OverRest.fact;
import static org.assay.it.house.OverRest.file;
import static org.assay.it.house.OverRest.object;
import static org.assay.it.house.OverRest.offline;
import static org.assay.it.house.OverRest.perShare;
import static org.assay.it.house.OverRest.strikes;
import static org.assay.it.house.OverRest.struckOffline;
import static org.assay.it.house.OverRest.with;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What was learned of one day arrives after what was learned of a later one. The funds strike from Friday, 29 May, to Friday, 5
 * June 2026, whose intake ends at 20:00 UTC, where the house clock stands.
 */
@EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
@RunAsClient
class OutOfOrderIT extends OnTheServer {
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 5);
    private static final String AKT_TRADE = "T-3";
    private static final String TAO_TRADE = "T-4";

    /** All days are struck: each file opens a branch, the second takes up the first, whichever is of the earlier day. */
    @Test
    void two_late_files_give_the_same_navs_in_either_order() throws Exception {
        FundPack inOrder = pack("ILL-IN-ORDER", "CARRY");
        FundPack swapped = pack("ILL-SWAPPED", "CARRY");
        bring(lacking(inOrder, AKT_TRADE, "AKT", WEDNESDAY));
        bring(lacking(swapped, AKT_TRADE, "AKT", WEDNESDAY));

        long first = sendTrade(inOrder, AKT_TRADE);
        long second = sendPrice(inOrder, "AKT", WEDNESDAY);
        assertThat(from(inOrder, first)).isEqualTo(MONDAY);
        assertThat(from(inOrder, second)).isEqualTo(MONDAY);
        long later = sendPrice(swapped, "AKT", WEDNESDAY);
        long earlier = sendTrade(swapped, AKT_TRADE);
        assertThat(from(swapped, later)).isEqualTo(WEDNESDAY);
        assertThat(from(swapped, earlier)).isEqualTo(MONDAY);

        for (FundPack fund : List.of(inOrder, swapped)) {
            JsonArray branches = array("api/funds/%s/branches".formatted(id(fund)));
            assertThat(branches.getJsonObject(0).getString("status")).isEqualTo("Abandoned");
            approve(fund, fund.equals(inOrder) ? second : earlier, 5);
            assertThat(perShare(strikes(id(fund)))).isEqualTo(offline(fund, FRIDAY));
        }
        assertThat(journals(swapped)).isEqualTo(journals(inOrder));
    }

    /** The late trade buys what has no price on Wednesday: the branch stops there, until the price is there too. */
    @Test
    void a_branch_that_is_held_on_its_way_goes_on_when_what_it_lacks_has_come() throws Exception {
        FundPack fund = pack("ILL-HELD-BRANCH", "HOLD");
        bring(lacking(fund, TAO_TRADE, "TAO", WEDNESDAY));
        SortedMap<LocalDate, String> before = perShare(strikes(id(fund)));
        assertThat(before).hasSize(6);

        long held = sendTrade(fund, TAO_TRADE);
        JsonObject compared = awaitDays(fund, held, 3);
        HttpResponse<String> refused = decide(fund, held, compared.getString("result"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("held on 2026-06-03");
        assertThat(perShare(strikes(id(fund)))).isEqualTo(before);

        approve(fund, sendPrice(fund, "TAO", WEDNESDAY), 5);
        assertThat(perShare(strikes(id(fund)))).isEqualTo(offline(fund, FRIDAY));
    }

    /**
     * Tuesday is held for want of a price, and the days after it are open. Then come Wednesday's price, a trade of Monday, and
     * Tuesday's price. The own line books the trade late, the branch in its day, each of them once.
     */
    @Test
    void files_of_open_days_in_the_wrong_order_are_taken_once() throws Exception {
        FundPack fund = pack("ILL-OPEN-DAYS", "HOLD");
        bring(lacking(lacking(fund, AKT_TRADE, "RENDER", TUESDAY), AKT_TRADE, "RENDER", WEDNESDAY));
        assertThat(strikes(id(fund))).hasSize(3);

        JsonObject wednesday = object(send(fund, "prices", quote(fund, "RENDER", WEDNESDAY)));
        assertThat(wednesday.containsKey("branch")).isFalse();
        sendTrade(fund, AKT_TRADE);
        // Tuesday is the last day, but a branch that does not know the price has it too.
        long branch = sendPrice(fund, "RENDER", TUESDAY);
        assertThat(again("api/funds/%s/strikes/2026-06-02".formatted(id(fund)), 2)
                        .statusCode())
                .isEqualTo(200);
        awaitDays(fund, branch, 5);
        assertThat(held(fund)).hasSize(3).isEqualTo(offlineHeld(fund));
        approve(fund, branch, 5);
        assertThat(held(fund)).isEqualTo(offlineHeld(fund));
        assertThat(perShare(strikes(id(fund)))).isEqualTo(offline(fund, FRIDAY));
    }

    /** No price of it was ever seen when it was bought; the one of that day came days later. */
    @Test
    void a_day_that_was_refused_is_struck_when_what_it_lacked_has_come() throws Exception {
        FundPack fund = pack("ILL-REFUSED", "CARRY");
        Quote missing = quote(fund, "TAO", MONDAY);
        List<Quote> quotes = new ArrayList<>(fund.quotes());
        quotes.removeIf(
                quote -> quote.instrument().equals("TAO") && !quote.date().isAfter(MONDAY));
        bring(with(fund, fund.fund(), fund.facts(), quotes));
        String monday = "api/funds/%s/strikes/2026-06-01".formatted(id(fund));
        assertThat(strikes(id(fund))).hasSize(1);
        assertThat(again(monday, 1).body()).contains("PRICE_MISSING", "the data desk");

        object(send(fund, "prices", missing));
        assertThat(again(monday, 2).statusCode()).isEqualTo(404);
        assertThat(again("api/funds/%s/strikes/2026-06-02".formatted(id(fund)), 1)
                        .statusCode())
                .isEqualTo(404);
        assertThat(again(monday, 1).statusCode()).isEqualTo(200);
        assertThat(again(monday, 1).statusCode()).isEqualTo(200);
        awaitStruck(fund, 6);
        assertThat(perShare(strikes(id(fund)))).isEqualTo(offline(fund, FRIDAY));
    }

    private static FundPack pack(String id, String missing) {
        FundPack pack = new SmallFund(
                        id,
                        1_007,
                        new SmallFund.Market(
                                "15:00", "Europe/London", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of()),
                        LocalDate.of(2026, 5, 29),
                        FRIDAY)
                .pack();
        FundFile terms = FundTables.fund(FundTables.json(pack.fund()).replace("\"CARRY\"", '"' + missing + '"'));
        return with(pack, terms, pack.facts(), pack.quotes());
    }

    private static String id(FundPack pack) {
        return pack.fund().fund();
    }

    private static FundPack lacking(FundPack pack, String trade, String token, LocalDate day) {
        List<Fact> facts = new ArrayList<>(pack.facts());
        facts.removeIf(fact -> fact.stamp().id().equals(trade));
        List<Quote> quotes = new ArrayList<>(pack.quotes());
        quotes.remove(quote(pack, token, day));
        return with(pack, pack.fund(), facts, quotes);
    }

    private static Quote quote(FundPack pack, String token, LocalDate day) {
        return pack.quotes().stream()
                .filter(quote ->
                        quote.instrument().equals(token) && quote.date().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> send(FundPack fund, String kind, Object row)
            throws IOException, InterruptedException {
        return file(id(fund), kind, "late.csv", csv(fund, kind, List.of(row)));
    }

    /** @return the branch it opened */
    private static long sendTrade(FundPack fund, String trade) throws IOException, InterruptedException {
        return branch(send(fund, "trades", fact(fund, trade)));
    }

    /** @return the branch it opened */
    private static long sendPrice(FundPack fund, String token, LocalDate day) throws IOException, InterruptedException {
        return branch(send(fund, "prices", quote(fund, token, day)));
    }

    private static long branch(HttpResponse<String> taken) {
        return object(taken).getJsonNumber("branch").longValue();
    }

    private static void awaitStruck(FundPack fund, int days) throws IOException, InterruptedException {
        for (int i = 0; i < 240 && strikes(id(fund)).size() < days; i++) {
            Thread.sleep(500);
        }
        assertThat(strikes(id(fund))).hasSize(days);
    }

    /** Units of each token on Friday, as the NAV that counts has them. */
    private static SortedMap<String, BigDecimal> held(FundPack fund) throws IOException, InterruptedException {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        object(operator("api/funds/%s/strikes/2026-06-05".formatted(id(fund)))).getJsonArray("positions").stream()
                .map(JsonValue::asJsonObject)
                .filter(position -> position.getString("location").equals("VAULT"))
                .forEach(position ->
                        held.put(position.getString("instrument"), new BigDecimal(position.getString("quantity"))));
        return held;
    }

    private static SortedMap<String, BigDecimal> offlineHeld(FundPack fund) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        struckOffline(fund, FRIDAY).get(FRIDAY).positions().stream()
                .filter(position -> position.location().equals("VAULT"))
                .forEach(position ->
                        held.put(position.instrument(), position.quantity().units()));
        return held;
    }

    private static JsonObject compared(FundPack fund, long branch) throws IOException, InterruptedException {
        return object(operator("api/funds/%s/branches/%s".formatted(id(fund), Long.toString(branch))));
    }

    private static LocalDate from(FundPack fund, long branch) throws IOException, InterruptedException {
        return LocalDate.parse(compared(fund, branch).getJsonObject("branch").getString("from"));
    }

    private static JsonObject awaitDays(FundPack fund, long branch, int days) throws IOException, InterruptedException {
        JsonObject compared = compared(fund, branch);
        for (int i = 0; i < 240 && compared.getJsonArray("days").size() < days; i++) {
            Thread.sleep(500);
            compared = compared(fund, branch);
        }
        assertThat(compared.getJsonArray("days")).hasSize(days);
        return compared;
    }

    private static void approve(FundPack fund, long branch, int days) throws IOException, InterruptedException {
        HttpResponse<String> approved =
                decide(fund, branch, awaitDays(fund, branch, days).getString("result"));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    }

    private static HttpResponse<String> decide(FundPack fund, long branch, String result)
            throws IOException, InterruptedException {
        return DemoFund.send(
                "api/funds/%s/branches/%s/approval".formatted(id(fund), Long.toString(branch)),
                AS_APPROVER,
                Optional.of(Sent.json("{\"result\":\"%s\",\"reason\":\"seen\"}".formatted(result))));
    }

    /** Every line of every day that counts. */
    private static SortedMap<String, String> journals(FundPack fund) throws IOException, InterruptedException {
        SortedMap<String, String> journals = new TreeMap<>();
        for (JsonValue strike : strikes(id(fund))) {
            String date = strike.asJsonObject().getString("date");
            journals.put(
                    date,
                    operator("api/funds/%s/strikes/%s/journal".formatted(id(fund), date))
                            .body());
        }
        return journals;
    }
}
