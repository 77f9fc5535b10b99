package org.assay.it.rest;

import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.DemoFund.send;
import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assay.it.house.OverRest.AS_OPERATOR;
import static org.assay.it.house.OverRest.again;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.csv;
import static org.assay.it.house.OverRest.fact;
import static org.assay.it.house.OverRest.file;
import static org.assay.it.house.OverRest.object;
import static org.assay.it.house.OverRest.offline;
import static org.assay.it.house.OverRest.perShare;
import static org.assay.it.house.OverRest.without;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.kernel.ledger.Fact;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Something is learned after the days it counts on were struck and approved: the branch gives, day by day, the NAVs of
 * a fund that knew it in time; nothing changes before a second person says so; and what was, stays readable.
 */
@RunAsClient
class CorrectionsIT extends OnTheServer {
    private static final String LATE = "T-5";

    @Test
    void a_trade_that_was_late_restates_the_days_since() throws Exception {
        FundPack inTime = priced("ILL-LATE", 1_001);
        Fact late = fact(inTime, LATE);
        restates(without(inTime, late), inTime, "trades", csv(inTime, "trades", List.of(late)));
    }

    /** It is cancelled weeks later, and goes from the day on which it counted. */
    @Test
    void a_trade_that_never_was_goes_from_its_own_day() throws Exception {
        FundPack wrong = priced("ILL-CANCELLED", 1_005);
        String cancellation = """
                id,effective,corrects,source,reason
                X-1,2026-06-05T08:00:00Z,%s,illustrative desk,entered for another fund
                """.formatted(LATE);
        restates(wrong, without(wrong, fact(wrong, LATE)), "cancellations", cancellation);
    }

    /** What counts becomes, day by day, what it would have been; and not before a second person says so. */
    private static void restates(FundPack brought, FundPack inTime, String kind, String csv) throws Exception {
        String fund = "api/funds/" + brought.fund().fund();
        String all = fund + "/strikes?from=2026-01-01&to=2026-06-30";
        bring(brought);
        JsonArray before = array(all);
        approveAllButTheLast(fund, before);
        SortedMap<LocalDate, String> wrong = perShare(before);
        SortedMap<LocalDate, String> right = offline(inTime, wrong.lastKey());
        assertThat(wrong.keySet()).isEqualTo(right.keySet());
        assertThat(wrong).isNotEqualTo(right);

        JsonObject taken = object(file(brought.fund().fund(), kind, "late.csv", csv));
        assertThat(taken.getInt("rows")).isEqualTo(1);
        JsonObject again = object(file(brought.fund().fund(), kind, "again.csv", csv));
        assertThat(again.getInt("rows")).isZero();
        assertThat(again.containsKey("branch")).isFalse();

        String branch = fund + "/branches/" + taken.getInt("branch");
        JsonObject compared = awaitBranch(branch, before);
        assertThat(perShare(array(all))).isEqualTo(wrong);
        checkDifferences(compared, right, wrong);
        approve(branch, compared.getString("result"));

        JsonArray after = array(all);
        JsonArray asItWas =
                array(all + "&at=" + compared.getJsonObject("branch").getString("openedAt"));
        assertThat(perShare(after)).isEqualTo(right);
        assertThat(perShare(asItWas)).isEqualTo(wrong);
        assertThat(status(after)).isEqualTo(status(asItWas));
        checkVersions(fund, before);
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

    @Test
    void a_file_that_is_refused_is_kept_once_with_its_reasons() throws Exception {
        DemoFund.struck();
        String files = "api/funds/" + DemoFund.ID + "/files";
        int before = array(files).size();
        String wrong = """
                id,effective,corrects,source,kind,account,currency,amount,to_account,to_currency,to_amount,class
                W-1,yesterday,,custodian,EXPENSE,NOWHERE,USD,"1,5",,,,
                """;
        HttpResponse<String> refused = file(DemoFund.ID, "cash", "wrong.csv", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"title\":\"The file was refused\"", "\"value\":\"yesterday\"");
        assertThat(file(DemoFund.ID, "cash", "again.csv", wrong).statusCode()).isEqualTo(422);

        JsonArray after = array(files);
        assertThat(after).hasSize(before + 1);
        JsonObject kept = after.getJsonObject(0);
        assertThat(kept.getString("outcome")).isEqualTo("Refused");
        assertThat(kept.getString("name")).isEqualTo("wrong.csv");
        assertThat(kept.getString("sentBy")).isEqualTo(DemoFund.OPERATOR);
        assertThat(kept.getInt("size")).isEqualTo(wrong.length());
        assertThat(kept.getJsonArray("reasons").getString(0))
                .isEqualTo("facts/cash.csv, line 2, column account, value 'NOWHERE': expected a place of fund.json");
        assertThat(kept.containsKey("recorded")).isFalse();
    }

    /** Priced up to the moment at which the server's clock stands, so that none of its days is held. */
    private static FundPack priced(String id, long seed) {
        return new SmallFund(id, seed, SmallFund.of(seed).market(), LocalDate.of(2026, 5, 18), LocalDate.of(2026, 6, 5))
                .pack();
    }

    private static void approveAllButTheLast(String fund, JsonArray strikes) throws IOException, InterruptedException {
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
    private static void approve(String branch, String result) throws IOException, InterruptedException {
        String path = branch + "/approval";
        Sent seen = Sent.json("{\"result\":\"%s\",\"reason\":\"the trade was late\"}".formatted(result));
        Sent unseen = Sent.json("{\"result\":\"%s\",\"reason\":\"blind\"}".formatted("0".repeat(64)));
        assertThat(send(path, AS_OPERATOR, Optional.of(seen)).statusCode()).isEqualTo(403);
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
    private static void checkVersions(String fund, JsonArray before) throws IOException, InterruptedException {
        JsonObject last = before.getJsonObject(before.size() - 2);
        String path = fund + "/strikes/" + last.getString("date") + "/versions";
        JsonArray versions = array(path);
        assertThat(versions).hasSize(2);
        assertThat(versions.getJsonObject(0).getString("status")).isEqualTo("Superseded");
        assertThat(versions.getJsonObject(1).getString("status")).isEqualTo("Published");
        assertThat(object(operator(path + "/1/1")).getJsonObject("head").getString("result"))
                .isEqualTo(last.getString("result"));
        assertThat(object(operator(path + "/2/1")).getJsonObject("head").getString("result"))
                .isEqualTo(versions.getJsonObject(1).getString("result"));
    }

    /** Until every day since its first is struck on it. */
    private static JsonObject awaitBranch(String branch, JsonArray strikes) throws IOException, InterruptedException {
        LocalDate from =
                LocalDate.parse(object(operator(branch)).getJsonObject("branch").getString("from"));
        int days = (int) strikes.stream()
                .map(strike -> LocalDate.parse(strike.asJsonObject().getString("date")))
                .filter(date -> !date.isBefore(from))
                .count();
        JsonObject compared = object(operator(branch));
        for (int i = 0; i < 240 && compared.getJsonArray("days").size() < days; i++) {
            Thread.sleep(500);
            compared = object(operator(branch));
        }
        assertThat(compared.getJsonArray("days")).hasSize(days);
        return compared;
    }

    private static List<String> status(JsonArray strikes) {
        List<String> status = new ArrayList<>();
        strikes.forEach(strike -> status.add(strike.asJsonObject().getString("status")));
        return status;
    }
}
