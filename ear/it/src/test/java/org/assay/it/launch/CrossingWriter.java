package org.assay.it.launch;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assay.it.house.DemoFund;
import org.assay.kernel.nav.Books;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/** One of those who write at once: does whatever its seed says to one fund after the other, every second one backwards. */
final class CrossingWriter {
    private static final String OPERATOR = DemoFund.basic(DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD);
    private static final String APPROVER = DemoFund.basic(DemoFund.APPROVER, DemoFund.APPROVER_PASSWORD);
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 18);
    private static final int DAYS = 18;
    private static final int FIRST_YEAR = 1995;
    private static final int YEARS = 30;

    private static final String TRADE = """
            id,effective,corrects,source,trade_date,settle_date,instrument,location,side,quantity,price,commission,fee_quantity,programme
            %1$s,%2$sT08:00:00Z,,drill,%2$s,%2$s,RENDER,VAULT,BUY,0.5,10,,,
            """;

    private static final String PRICE = """
            instrument,date,kind,time,price,currency,source,volume,open_interest,evidence
            AKT,%2$s,CLOSE,%2$sT20:00:00Z,%3$s,USD,%1$s,,,
            """;

    private final Node node;
    private final int number;
    private final List<String> funds;
    private final SplittableRandom random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final SortedMap<String, Integer> answers = new TreeMap<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int turn;

    CrossingWriter(Node node, int number, List<String> funds) {
        this.node = node;
        this.number = number;
        this.funds = funds;
        this.random = new SplittableRandom(number);
    }

    /** What a writer does; each a transaction, or several. */
    private enum Act {
        TRADE,
        PRICE,
        STRIKE_AGAIN,
        SIGN,
        DECIDE,
        REPORT,
        ONBOARD
    }

    /** How often each act had each answer. */
    SortedMap<String, Integer> answers() {
        return answers;
    }

    /** What must be in the books: {@code file}, {@code approval}, {@code branch} or {@code fund}, and which. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** Answers that say the fault is ours. */
    List<String> broken() {
        return broken;
    }

    CrossingWriter write(Duration howLong) throws IOException, InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            int place = turn++ % funds.size();
            String fund = funds.get(number % 2 == 0 ? place : funds.size() - 1 - place);
            act(Act.values()[random.nextInt(Act.values().length)], fund);
        }
        return this;
    }

    private void act(Act act, String fund) throws IOException, InterruptedException {
        switch (act) {
            case TRADE -> file(act, fund, "trades", TRADE.formatted(name(), day()));
            case PRICE -> file(act, fund, "prices", PRICE.formatted(name(), day(), random.nextInt(5, 500) + ".25"));
            case STRIKE_AGAIN -> again(act, fund);
            case SIGN -> sign(act, fund);
            case DECIDE -> decide(act, fund);
            case REPORT -> count(act, get("api/funds/%s/strikes/%s/reports/nav-pack".formatted(fund, day())));
            case ONBOARD -> onboard(act);
        }
    }

    private void file(Act act, String fund, String kind, String csv) throws IOException, InterruptedException {
        String path = "api/funds/%s/files/%s?name=%s".formatted(fund, kind, name());
        HttpResponse<String> answer = count(act, post(path, OPERATOR, "text/csv", BodyPublishers.ofString(csv)));
        if (answer.statusCode() == 200) {
            String sha256 = PackFiles.sha256(csv.getBytes(StandardCharsets.UTF_8));
            acknowledged.add("file %s %s %s".formatted(fund, kind, sha256));
        }
    }

    private void again(Act act, String fund) throws IOException, InterruptedException {
        JsonArray strikes = array(strikes(fund));
        JsonObject last = strikes.getJsonObject(strikes.size() - 1);
        String path = "api/funds/%s/strikes/%s/attempts/%s"
                .formatted(fund, last.getString("date"), Integer.toString(last.getInt("attempt") + 1));
        count(act, send(request(path, OPERATOR).PUT(BodyPublishers.noBody())));
    }

    private void sign(Act act, String fund) throws IOException, InterruptedException {
        JsonArray strikes = array(strikes(fund));
        JsonObject nav = strikes.getJsonObject(random.nextInt(strikes.size()));
        String path = "api/funds/%s/strikes/%s/approval".formatted(fund, nav.getString("date"));
        if (count(act, decision(path, nav.getString("result"))).statusCode() == 200) {
            acknowledged.add("approval %s %s".formatted(fund, nav.getString("result")));
        }
    }

    /** Of the branch that is open, if one is: approved when it is ready, else given up now and then. */
    private void decide(Act act, String fund) throws IOException, InterruptedException {
        JsonArray branches = array(get("api/funds/%s/branches".formatted(fund)));
        if (branches.isEmpty()) {
            return;
        }
        int id = branches.getJsonObject(branches.size() - 1).getInt("id");
        String branch = "api/funds/%s/branches/%s".formatted(fund, Integer.toString(id));
        JsonObject compared = object(get(branch));
        boolean isGivenUp = random.nextInt(4) == 0;
        String result = compared.getString("result", "0".repeat(64));
        HttpResponse<String> answer = count(act, decision(branch + (isGivenUp ? "/abandonment" : "/approval"), result));
        if (answer.statusCode() == 200) {
            acknowledged.add("branch %s %s".formatted(fund, Integer.toString(id)));
        }
    }

    /** A fund of a year nobody has struck in perhaps; every second one brings its books. */
    private void onboard(Act act) throws IOException, InterruptedException {
        LocalDate first = LocalDate.of(FIRST_YEAR + random.nextInt(YEARS), 3, 1);
        FundPack pack = new SmallFund(
                        "ILL-" + name().toUpperCase(Locale.ROOT),
                        turn,
                        new SmallFund.Market(
                                "16:00", "America/New_York", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of()),
                        first,
                        first.plusDays(4))
                .pack();
        byte[] zip = SmallFunds.zip(turn % 2 == 0 ? pack : withBooks(pack));
        HttpResponse<String> answer =
                count(act, post("api/funds", OPERATOR, "application/zip", BodyPublishers.ofByteArray(zip)));
        if (answer.statusCode() == 201) {
            acknowledged.add("fund " + pack.fund().fund());
        }
    }

    private static FundPack withBooks(FundPack pack) {
        KnownFund known = KnownFund.of(pack, Optional.empty());
        LocalDate first = known.schedule()
                .first(pack.fund().inception(), pack.fund().inception().plusDays(7))
                .orElseThrow();
        List<Books> closed = new ArrayList<>();
        Replay.run(
                known,
                pack.opening(),
                first,
                strike -> closed.add(strike.result().closing()));
        return new FundPack(
                pack.manifest(),
                pack.fund(),
                pack.instruments(),
                pack.identifiers(),
                pack.calendarDays(),
                pack.facts(),
                pack.quotes(),
                pack.rates(),
                closed.get(0),
                pack.readme(),
                pack.origins());
    }

    private String name() {
        return "w%s-%s".formatted(Integer.toString(number), Integer.toString(turn));
    }

    private LocalDate day() {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? day.minusDays(2) : day;
    }

    private HttpResponse<String> strikes(String fund) throws IOException, InterruptedException {
        return get("api/funds/%s/strikes?from=2026-05-01&to=2026-06-30".formatted(fund));
    }

    private HttpResponse<String> decision(String path, String result) throws IOException, InterruptedException {
        String body = "{\"result\":\"%s\",\"reason\":\"drill\"}".formatted(result);
        return post(path, APPROVER, "application/json", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path, OPERATOR));
    }

    private HttpResponse<String> post(String path, String who, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(path, who).header("Content-Type", type).POST(body));
    }

    private HttpRequest.Builder request(String path, String who) {
        return HttpRequest.newBuilder(node.address().resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", who);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        if (answer.statusCode() >= 500) {
            broken.add("%s %s: %s".formatted(Integer.toString(answer.statusCode()), answer.uri(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> count(Act act, HttpResponse<String> answer) {
        answers.merge("%s %s".formatted(act, Integer.toString(answer.statusCode())), 1, Integer::sum);
        return answer;
    }

    private static JsonArray array(HttpResponse<String> answer) {
        return read(answer).asJsonArray();
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return read(answer).asJsonObject();
    }

    private static JsonStructure read(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.read();
        }
    }
}
