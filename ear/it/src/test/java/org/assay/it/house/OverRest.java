package org.assay.it.house;

import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.DemoFund.basic;
import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.DemoFund.put;
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
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.it.house.DemoFund.Sent;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;

/** What the tests send and ask over REST, how a pack becomes files, and what its NAVs are offline. */
public final class OverRest {
    public static final Optional<String> AS_OPERATOR = Optional.of(basic(OPERATOR, OPERATOR_PASSWORD));
    public static final Optional<String> AS_APPROVER = Optional.of(basic(APPROVER, APPROVER_PASSWORD));

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private OverRest() {}

    /** Returns when nothing more goes by itself. */
    public static void bring(FundPack pack) throws IOException, InterruptedException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        PackWriter.toZip(PackWriter.files(pack), zip);
        DemoFund.bringAndStrike(zip.toByteArray());
    }

    /** The same pack, but for some of what it has. */
    public static FundPack with(FundPack pack, FundFile terms, List<Fact> facts, List<Quote> quotes) {
        return new FundPack(
                pack.manifest(),
                terms,
                pack.instruments(),
                pack.identifiers(),
                pack.calendarDays(),
                facts,
                quotes,
                pack.rates(),
                pack.opening(),
                pack.readme(),
                pack.origins());
    }

    public static FundPack without(FundPack pack, Fact... gone) {
        List<Fact> facts = new ArrayList<>(pack.facts());
        facts.removeAll(List.of(gone));
        return with(pack, pack.fund(), facts, pack.quotes());
    }

    public static Fact fact(FundPack pack, String id) {
        return pack.facts().stream()
                .filter(fact -> fact.stamp().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A file sent as an operator. */
    public static HttpResponse<String> file(String fund, String kind, String name, String csv)
            throws IOException, InterruptedException {
        return send(
                "api/funds/%s/files/%s?name=%s".formatted(fund, kind, name), AS_OPERATOR, Optional.of(Sent.csv(csv)));
    }

    /** Rows as a file of their own: without the column that is ours to say. */
    public static String csv(FundPack pack, String kind, List<?> rows) {
        Arriving<?> arriving = FundTables.of(pack.fund(), pack.instruments()).arriving().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return csv(arriving, rows);
    }

    @SuppressWarnings("unchecked")
    private static <T> String csv(Arriving<T> kind, List<?> rows) {
        List<String> columns = kind.table().columns();
        int recorded = columns.indexOf("recorded");
        return Stream.concat(
                        Stream.of(columns),
                        rows.stream().map(row -> kind.table().cells((T) row)))
                .map(cells -> line(cells, recorded))
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells, int without) {
        List<String> kept = new ArrayList<>(cells);
        kept.remove(without);
        return String.join(",", kept) + "\n";
    }

    /** A strike asked for by its number. */
    public static HttpResponse<String> again(String day, int attempt) throws IOException, InterruptedException {
        return put(day + "/attempts/" + attempt, AS_OPERATOR.orElseThrow());
    }

    /** NAV per share of every day, as the kernel strikes a pack that has everything in time. */
    public static SortedMap<LocalDate, String> offline(FundPack pack, LocalDate to) {
        SortedMap<LocalDate, String> perShare = new TreeMap<>();
        struckOffline(pack, to)
                .forEach((day, result) -> perShare.put(
                        day,
                        result.classes().get(0).perShare().perUnit().setScale(4).toPlainString()));
        return perShare;
    }

    /** The NAVs themselves. */
    public static SortedMap<LocalDate, NavResult> struckOffline(FundPack pack, LocalDate to) {
        KnownFund known = KnownFund.of(pack, Optional.empty());
        SortedMap<LocalDate, NavResult> struck = new TreeMap<>();
        Books books = Books.empty();
        Optional<LocalDate> day = known.schedule().first(FIRST, to);
        while (day.isPresent()) {
            NavResult result = Nav.strike(known.on(day.get(), books));
            struck.put(day.get(), result);
            books = result.closing();
            day = known.schedule().first(day.get().plusDays(1), to);
        }
        return struck;
    }

    public static SortedMap<LocalDate, String> perShare(JsonArray strikes) {
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

    /** The NAVs of a fund that count, by day. */
    public static JsonArray strikes(String fund) throws IOException, InterruptedException {
        return array("api/funds/%s/strikes?from=2026-01-01&to=2026-06-30".formatted(fund));
    }

    public static JsonArray array(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = operator(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    public static JsonObject object(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
