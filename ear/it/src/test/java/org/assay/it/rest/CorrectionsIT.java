package org.assay.it.rest;

import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.PREPARER;
import static org.assay.it.house.DemoFund.PREPARER_PASSWORD;
import static org.assay.it.house.DemoFund.basic;
import static org.assay.it.house.DemoFund.preparer;
import static org.assay.it.house.DemoFund.send;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * A trade arrives after the days it counts on were struck and approved: the branch gives, day by day, the NAVs of a
 * fund that had it in time; nothing changes before a second person says so; and what was, stays readable.
 */
@RunAsClient
class CorrectionsIT extends OnTheServer {
    private static final Optional<String> AS_PREPARER = Optional.of(basic(PREPARER, PREPARER_PASSWORD));
    private static final Optional<String> AS_APPROVER = Optional.of(basic(APPROVER, APPROVER_PASSWORD));
    private static final String LATE = "T-5";

    /** Priced up to the moment at which the server's clock stands, so that none of its days is held. */
    private final FundPack inTime = new SmallFund(
                    "ILL-LATE",
                    1_001,
                    SmallFund.of(1_001).market(),
                    LocalDate.of(2026, 5, 18),
                    LocalDate.of(2026, 6, 5))
            .pack();

    private final String fund = "api/funds/" + inTime.fund().fund();

    @Test
    void a_late_trade_restates_the_days_since_when_a_second_person_says_so() throws Exception {
        Fact late = inTime.facts().stream()
                .filter(fact -> fact.stamp().id().equals(LATE))
                .findFirst()
                .orElseThrow();
        bringWithout(late);
        JsonArray before = array(fund + "/strikes?from=2026-01-01&to=2026-06-30");
        approveAllButTheLast(before);
        SortedMap<LocalDate, String> wrong = perShare(before);
        SortedMap<LocalDate, String> right = offline(wrong.lastKey());
        assertThat(wrong.lastKey()).isEqualTo(right.lastKey());
        assertThat(wrong).isNotEqualTo(right);

        String csv = csv(late);
        JsonObject taken = object(send(fund + "/files/trades?name=late.csv", AS_PREPARER, Optional.of(Sent.csv(csv))));
        int branch = taken.getInt("branch");
        assertThat(taken.getInt("rows")).isEqualTo(1);
        JsonObject again = object(send(fund + "/files/trades?name=again.csv", AS_PREPARER, Optional.of(Sent.csv(csv))));
        assertThat(again.getInt("rows")).isZero();
        assertThat(again.containsKey("branch")).isFalse();

        JsonObject compared = awaitBranch(branch, days(before, right, wrong));
        assertThat(perShare(array(fund + "/strikes?from=2026-01-01&to=2026-06-30")))
                .isEqualTo(wrong);
        checkDifferences(compared, right, wrong);
        approve(branch, compared.getString("result"));

        JsonArray after = array(fund + "/strikes?from=2026-01-01&to=2026-06-30");
        assertThat(perShare(after)).isEqualTo(right);
        assertThat(status(after))
                .isEqualTo(status(array(fund + "/strikes?from=2026-01-01&to=2026-06-30&at="
                        + compared.getJsonObject("branch").getString("openedAt"))));
        assertThat(perShare(array(fund + "/strikes?from=2026-01-01&to=2026-06-30&at="
                        + compared.getJsonObject("branch").getString("openedAt"))))
                .isEqualTo(wrong);
        checkVersions(before);
    }

    /** Its prices end, so the fund is held after some days of carrying them; struck again without new ones it stays so. */
    @Test
    void the_last_day_is_struck_again_under_the_number_asked_for() throws Exception {
        FundPack pack = SmallFund.of(1_002).pack();
        bring(pack);
        String strikes = "api/funds/%s/strikes".formatted(pack.fund().fund());
        JsonArray struck = array(strikes + "?from=2026-01-01&to=2026-06-30");
        String last = strikes + "/" + struck.getJsonObject(struck.size() - 1).getString("date");
        String before = strikes + "/" + struck.getJsonObject(struck.size() - 2).getString("date");
        assertThat(again(last, 3).statusCode()).isEqualTo(409);
        assertThat(again(last, 2).statusCode()).isEqualTo(200);
        assertThat(again(last, 2).statusCode()).isEqualTo(200);
        JsonArray versions = array(last + "/versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.getJsonObject(0).getString("status")).isEqualTo("Superseded");
        assertThat(versions.getJsonObject(1).getString("status")).isEqualTo("Held");
        assertThat(again(before, 2).statusCode()).isEqualTo(409);
    }

    private void bringWithout(Fact late) throws IOException, InterruptedException {
        List<Fact> facts =
                inTime.facts().stream().filter(fact -> !fact.equals(late)).toList();
        FundPack pack = new FundPack(
                inTime.manifest(),
                inTime.fund(),
                inTime.instruments(),
                inTime.identifiers(),
                inTime.calendarDays(),
                facts,
                inTime.quotes(),
                inTime.rates(),
                inTime.opening(),
                inTime.readme(),
                inTime.origins());
        bring(pack);
    }

    private static void bring(FundPack pack) throws IOException, InterruptedException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        PackWriter.toZip(PackWriter.files(pack), zip);
        DemoFund.bringAndStrike(zip.toByteArray());
    }

    private void approveAllButTheLast(JsonArray strikes) throws IOException, InterruptedException {
        for (JsonValue strike : strikes.subList(0, strikes.size() - 1)) {
            JsonObject head = strike.asJsonObject();
            HttpResponse<String> approved = send(
                    fund + "/strikes/" + head.getString("date") + "/approval",
                    AS_APPROVER,
                    Optional.of(
                            Sent.json("{\"result\":\"%s\",\"reason\":\"seen\"}".formatted(head.getString("result")))));
            assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        }
    }

    /** Nobody who had a part in it, nothing but what was seen, and once. */
    private void approve(int branch, String result) throws IOException, InterruptedException {
        String path = fund + "/branches/" + branch + "/approval";
        Sent seen = Sent.json("{\"result\":\"%s\",\"reason\":\"the trade was late\"}".formatted(result));
        Sent unseen = Sent.json("{\"result\":\"%s\",\"reason\":\"blind\"}".formatted("0".repeat(64)));
        assertThat(send(path, AS_PREPARER, Optional.of(seen)).statusCode()).isEqualTo(403);
        assertThat(send(path, AS_APPROVER, Optional.of(unseen)).statusCode()).isEqualTo(409);
        HttpResponse<String> approved = send(path, AS_APPROVER, Optional.of(seen));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(send(path, AS_APPROVER, Optional.of(seen)).statusCode()).isEqualTo(409);
    }

    private static void checkDifferences(
            JsonObject compared, SortedMap<LocalDate, String> right, SortedMap<LocalDate, String> wrong) {
        for (JsonValue value : compared.getJsonArray("days")) {
            JsonObject day = value.asJsonObject();
            LocalDate date = LocalDate.parse(day.getString("date"));
            JsonObject shareClass = day.getJsonArray("classes").getJsonObject(0);
            JsonObject perShare = shareClass.getJsonObject("navPerShare");
            assertThat(perShare.getString("was")).isEqualTo(wrong.get(date));
            assertThat(perShare.getString("is")).isEqualTo(right.get(date));
            assertThat(shareClass.getJsonArray("fees").getJsonObject(0).getString("account"))
                    .isEqualTo("5000");
            assertThat(day.getJsonObject("was").getInt("version")).isEqualTo(1);
            assertThat(day.getJsonObject("is").getInt("version")).isEqualTo(2);
        }
    }

    /** The NAV that was replaced is struck again as it was, with the digest of then. */
    private void checkVersions(JsonArray before) throws IOException, InterruptedException {
        JsonObject last = before.getJsonObject(before.size() - 2);
        String path = fund + "/strikes/" + last.getString("date") + "/versions";
        JsonArray versions = array(path);
        assertThat(versions).hasSize(2);
        assertThat(versions.getJsonObject(0).getString("status")).isEqualTo("Superseded");
        assertThat(versions.getJsonObject(1).getString("status")).isEqualTo("Published");
        assertThat(object(preparer(path + "/1/1")).getJsonObject("head").getString("result"))
                .isEqualTo(last.getString("result"));
        assertThat(object(preparer(path + "/2/1")).getJsonObject("head").getString("result"))
                .isEqualTo(versions.getJsonObject(1).getString("result"));
    }

    private JsonObject awaitBranch(int branch, int days) throws IOException, InterruptedException {
        JsonObject compared = object(preparer(fund + "/branches/" + branch));
        for (int i = 0; i < 240 && compared.getJsonArray("days").size() < days; i++) {
            Thread.sleep(500);
            compared = object(preparer(fund + "/branches/" + branch));
        }
        assertThat(compared.getJsonArray("days")).hasSize(days);
        return compared;
    }

    /** From the first day that would have been another. */
    private static int days(JsonArray strikes, SortedMap<LocalDate, String> right, SortedMap<LocalDate, String> wrong) {
        LocalDate first = right.keySet().stream()
                .filter(date -> !right.get(date).equals(wrong.get(date)))
                .findFirst()
                .orElseThrow();
        return (int) strikes.stream()
                .filter(strike -> !LocalDate.parse(strike.asJsonObject().getString("date"))
                        .isBefore(first))
                .count();
    }

    /** NAV per share of every day, as the kernel strikes the pack that has everything in time. */
    private SortedMap<LocalDate, String> offline(LocalDate to) {
        KnownFund known = KnownFund.of(inTime, Optional.empty());
        SortedMap<LocalDate, String> perShare = new TreeMap<>();
        Books books = Books.empty();
        Optional<LocalDate> day = known.schedule().first(LocalDate.of(2026, 1, 1), to);
        while (day.isPresent()) {
            NavResult result = Nav.strike(known.on(day.get(), books));
            perShare.put(day.get(), result.classes().get(0).perShare().perUnit().toPlainString());
            books = result.closing();
            day = known.schedule().first(day.get().plusDays(1), to);
        }
        return perShare;
    }

    private static SortedMap<LocalDate, String> perShare(JsonArray strikes) {
        SortedMap<LocalDate, String> perShare = new TreeMap<>();
        for (JsonValue strike : strikes) {
            perShare.put(
                    LocalDate.parse(strike.asJsonObject().getString("date")),
                    strike.asJsonObject()
                            .getJsonArray("classes")
                            .getJsonObject(0)
                            .getString("navPerShare"));
        }
        return perShare;
    }

    private static List<String> status(JsonArray strikes) {
        List<String> status = new ArrayList<>();
        strikes.forEach(strike -> status.add(strike.asJsonObject().getString("status")));
        return status;
    }

    private String csv(Fact fact) {
        for (Arriving<?> kind :
                FundTables.of(inTime.fund(), inTime.instruments()).arriving()) {
            if (kind.kind().equals("trades")) {
                return csv(kind, fact);
            }
        }
        throw new IllegalStateException("no trades");
    }

    @SuppressWarnings("unchecked")
    private static <T> String csv(Arriving<T> kind, Fact fact) {
        List<String> columns = kind.table().columns().stream()
                .filter(name -> !name.equals("recorded"))
                .toList();
        return String.join(",", columns) + "\n" + String.join(",", kind.says((T) fact)) + "\n";
    }

    private static HttpResponse<String> again(String day, int attempt) throws IOException, InterruptedException {
        URI address = OnTheServer.address().resolve(day + "/attempts/" + attempt);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", AS_PREPARER.orElseThrow())
                                .PUT(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    private static JsonArray array(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = preparer(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    private static JsonObject object(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
