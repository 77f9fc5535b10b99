package org.assay.it.rest;

import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.DemoFund.basic;
import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.DemoFund.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class RestIT extends OnTheServer {
    private static final String STRIKES = "api/funds/" + DemoFund.ID + "/strikes/";
    private static final int PATIENCE_SECONDS = 60;
    private static final Optional<String> AS_OPERATOR = Optional.of(basic(OPERATOR, OPERATOR_PASSWORD));
    private static final Optional<String> AS_APPROVER = Optional.of(basic(APPROVER, APPROVER_PASSWORD));

    @BeforeEach
    void strikeTheDemo() throws IOException, InterruptedException {
        DemoFund.struck();
    }

    @Test
    void without_a_password_nothing_is_told() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("api/funds", Optional.empty(), Optional.empty());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(send("api/funds", Optional.of(basic(OPERATOR, "wrong")), Optional.empty())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void figures_are_strings_as_they_were_struck() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                operator("api/funds/%s/strikes?from=2026-05-29&to=2026-05-29".formatted(DemoFund.ID));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"netAssets\":\"20422190.28\"", "\"navPerShare\":\"96.5598\"", "\"class\":\"A\"");
    }

    @Test
    void a_nav_has_a_tag_that_saves_reading_it_again() throws IOException, InterruptedException {
        HttpResponse<String> nav = operator(STRIKES + "2026-03-02");
        assertThat(nav.statusCode()).isEqualTo(200);
        assertThat(nav.body()).contains("\"positions\":[", "\"controls\":[");
        assertThat(nav.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"" + result(nav.body())));
    }

    /** By the clock of the database nothing of this house was there at the turn of the year. */
    @Test
    void as_of_a_moment_nothing_is_told_that_came_later() throws IOException, InterruptedException {
        String then = "?at=2026-01-01T00:00:00Z";
        String fund = "api/funds/" + DemoFund.ID;
        for (String list :
                List.of("api/funds", fund + "/files", fund + "/branches", fund + "/manual-prices", "api/audit")) {
            assertThat(operator(list + then).body()).as(list).isEqualTo("[]");
        }
        assertThat(operator("api/chain" + then).body()).contains("\"lastStrike\":0", "\"heads\":[]");
        assertThat(operator("api/night" + then).body()).contains("\"funds\":0", "\"struck\":0", "\"nodes\":[]");
        assertThat(operator(STRIKES + "2026-03-02" + then).statusCode()).isEqualTo(404);
        assertThat(operator("api/funds?at=" + Instant.now()).body()).contains(DemoFund.ID);
        assertThat(operator("api/audit?at=yesterday").statusCode()).isEqualTo(422);
    }

    @Test
    void a_list_has_a_tag_too_and_who_knows_it_is_told_that_nothing_changed() throws IOException, InterruptedException {
        String path = "api/funds/%s/strikes?from=2026-02-09&to=2026-02-13".formatted(DemoFund.ID);
        String tag = operator(path).headers().firstValue("ETag").orElseThrow();
        assertThat(ifNoneMatch(path, tag).statusCode()).isEqualTo(304);
        assertThat(ifNoneMatch(path, tag).body()).isEmpty();
        assertThat(ifNoneMatch(path, "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void lots_are_told_page_by_page_and_each_page_names_the_next() throws IOException, InterruptedException {
        HttpResponse<String> first =
                operator("api/funds/%s/lots?date=2026-03-31&sort=-cost&size=3".formatted(DemoFund.ID));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("\"page\":1,\"size\":3,\"count\":", "&page=2\"");
        assertThat(first.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("page=2", "rel=\"next\""));
        assertThat(operator("api/funds/%s/lots?date=2026-03-31&size=5000".formatted(DemoFund.ID))
                        .body())
                .doesNotContain("\"next\"");
        assertThat(operator("api/funds/%s/lots?sort=colour".formatted(DemoFund.ID))
                        .body())
                .contains("\"status\":422", "one of [fifo, instrument");
    }

    @Test
    void capital_and_rolls_are_told_as_the_pages_show_them() throws IOException, InterruptedException {
        assertThat(operator("api/funds/%s/flows?from=2026-01-01&to=2026-05-29".formatted(DemoFund.ID))
                        .body())
                .contains("\"class\":\"A\",\"currency\":\"USD\",\"subscribed\":\"");
        assertThat(operator("api/rolls?fund=%s&root=ILL-H100".formatted(DemoFund.ID))
                        .body())
                .contains("\"programme\":\"H100\"", "\"hardStop\":\"", "\"kind\":\"LAST_TRADE\"");
        assertThat(operator("api/funds/%s/rolls".formatted(DemoFund.ID)).body())
                .contains("\"slippage\":{\"amount\":\"0.00\"", "\"moved\":\"");
    }

    private static HttpResponse<String> ifNoneMatch(String path, String tag) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .header("Authorization", AS_OPERATOR.orElseThrow())
                .header("If-None-Match", tag)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_is_not_here_is_404_and_what_makes_no_sense_is_422() throws IOException, InterruptedException {
        assertThat(operator("api/funds/NOPE").body()).contains("\"status\":404", "NOT_THERE");
        assertThat(operator(STRIKES + "2026-01-04").body()).contains("\"status\":404", "NOT_THERE");
        assertThat(operator(STRIKES + "yesterday").body()).contains("\"status\":422", "a date like 2026-05-29");
        assertThat(operator(STRIKES + "2026-03-02/trail?figure=nonsense").body())
                .contains("\"status\":422", "UNKNOWN_REFERENCE", "\"blame\":\"the data desk\"");
    }

    /** The first root is of the empty books, the next of the struck ones. */
    @Test
    void the_heads_of_the_chains_are_told_and_kept_outside() throws IOException, InterruptedException {
        HttpResponse<String> chain = operator("api/chain");
        assertThat(chain.statusCode()).isEqualTo(200);
        assertThat(chain.body()).contains("{\"fund\":\"-\",\"seq\":", "{\"fund\":\"ILL-COMPUTE\",\"seq\":");
        Path roots = Path.of(System.getProperty("assay.root"), "ear/it/target/house/roots");
        assertThat(roots.resolve("root-000001.txt")).content().contains("\nstrikes 0\n", "\nhead ", "\nroot ");
        Optional<String> struck = rootOfTheDemo(roots);
        for (int i = 0; i < PATIENCE_SECONDS && struck.isEmpty(); i++) {
            Thread.sleep(1_000);
            struck = rootOfTheDemo(roots);
        }
        assertThat(struck).hasValueSatisfying(root -> assertThat(root).contains("\ndate 2026-06-05\n"));
    }

    /** The first that was kept after the demo was struck: other funds may have been before it. */
    private static Optional<String> rootOfTheDemo(Path roots) throws IOException {
        try (Stream<Path> files = Files.list(roots)) {
            for (Path file : files.sorted().toList()) {
                String root = Files.readString(file);
                if (root.contains(" ILL-COMPUTE\n")) {
                    return Optional.of(root);
                }
            }
            return Optional.empty();
        }
    }

    @Test
    void the_trail_of_a_figure_goes_down_to_its_parts() throws IOException, InterruptedException {
        assertThat(operator(STRIKES + "2026-03-02/trail?figure=nav_per_share:A").body())
                .contains("NAV per share of class A on 2026-03-02", "\"from\":[");
    }

    @Test
    void the_same_pack_twice_is_one_fund() throws IOException, InterruptedException {
        HttpResponse<String> again = DemoFund.bring(DemoFund.pack());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"fund\":\"%s\",\"new\":false}".formatted(DemoFund.ID));
    }

    @Test
    void a_pack_that_is_none_is_refused_with_reasons() throws IOException, InterruptedException {
        HttpResponse<String> refused = DemoFund.bring("no zip".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"failures\":[{", "\"expected\":");
    }

    @Test
    void who_signs_brings_no_fund() throws IOException, InterruptedException {
        assertThat(send("api/funds", AS_APPROVER, Optional.of(Sent.zip(DemoFund.pack())))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_prepares_signs_nothing() throws IOException, InterruptedException {
        String seen = result(operator(STRIKES + "2026-02-03").body());
        assertThat(approve("2026-02-03", seen, AS_OPERATOR).statusCode()).isEqualTo(403);
        assertThat(operator(STRIKES + "2026-02-03").body()).contains("\"status\":\"Review\"");
    }

    @Test
    void a_nav_is_approved_once_by_who_has_seen_it() throws IOException, InterruptedException {
        String seen = result(operator(STRIKES + "2026-02-04").body());
        assertThat(approve("2026-02-04", "0".repeat(64), AS_APPROVER).statusCode())
                .isEqualTo(409);
        HttpResponse<String> approved = approve("2026-02-04", seen, AS_APPROVER);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body()).contains("\"approvedBy\":\"approver@demo\"", "\"reason\":\"seen\"");
        HttpResponse<String> again = approve("2026-02-04", seen, AS_APPROVER);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("NOT_OPEN");
    }

    private static HttpResponse<String> approve(String date, String seen, Optional<String> who)
            throws IOException, InterruptedException {
        return send(
                STRIKES + date + "/approval",
                who,
                Optional.of(Sent.json("{\"result\":\"%s\",\"reason\":\"seen\"}".formatted(seen))));
    }

    /** The digest that stands in the head. */
    private static String result(String body) {
        Matcher digest = Pattern.compile("\"result\":\"([0-9a-f]{64})\"").matcher(body);
        assertThat(digest.find()).as(body).isTrue();
        return digest.group(1);
    }
}
