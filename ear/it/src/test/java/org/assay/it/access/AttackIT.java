package org.assay.it.access;

import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assay.it.house.OverRest.AS_OPERATOR;
import static org.assay.it.house.OverRest.array;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.it.house.OverRest;
import org.assay.pack.demo.SmallFund;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends the same twice at once, sends what means something to a database, a page or a header, and guesses passwords. As often
 * as {@code -Dassay.drill.tries} says, when the figure is wanted.
 */
@RunAsClient
class AttackIT extends OnTheServer {
    private static final int TRIES = Integer.getInteger("assay.drill.tries", 20);
    private static final String FUND = "ILL-ATTACKED";
    private static final String MANUAL = "api/funds/" + FUND + "/manual-prices";
    /** More than any answer takes, and less than a database that was told to sleep. */
    private static final long SLOW_MILLIS = 15_000;

    private static final List<String> PAYLOADS = List.of(
            "' or '1'='1",
            "'; select pg_sleep(20); --",
            "1) union select password from assay.person --",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "../../../../etc/passwd",
            "=1+1",
            "\r\nX-Evil: 1",
            "javascript:alert(1)",
            "\u202e\u0000end");

    private static final SmallFund SMALL = new SmallFund(
            FUND, 3_003, SmallFund.of(3_003).market(), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 5));

    @BeforeEach
    void bring() throws Exception {
        OverRest.bring(SMALL.pack());
    }

    /** Two connections, one key: row 32 of the promises. */
    @Test
    void what_is_sent_twice_at_once_is_there_once() throws Exception {
        int before = array(MANUAL).size();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<Sent> price = proposal("twice " + i, "sent twice");
                Callable<HttpResponse<String>> send = () -> DemoFund.send(MANUAL, AS_OPERATOR, price);
                List<Future<HttpResponse<String>>> answers = two.invokeAll(List.of(send, send));
                assertThat(answers.get(0).get().statusCode()).isEqualTo(200);
                assertThat(answers.get(1).get().body())
                        .contains("\"id\":"
                                + OverRest.object(answers.get(0).get()).getInt("id"));
            }
        } finally {
            two.shutdown();
        }
        assertThat(array(MANUAL)).hasSize(before + TRIES);
        System.out.printf("sent twice at once: %s, double 0%n", TRIES);
    }

    /** Stored as text or refused, and never run. */
    @Test
    void what_is_sent_is_text_and_nothing_else() throws Exception {
        List<String> hits = new ArrayList<>();
        int tried = 0;
        for (String payload : PAYLOADS) {
            String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "api/audit?who=" + encoded,
                    "api/audit?fund=" + encoded,
                    "api/audit?act=" + encoded,
                    "api/funds/%s/strikes?from=%s".formatted(FUND, encoded),
                    "api/funds/%s/strikes/2026-06-05/trail?figure=%s".formatted(FUND, encoded),
                    "api/funds/%s/lots?sort=%s".formatted(FUND, encoded),
                    "api/funds/%s/lots?instrument=%s".formatted(FUND, encoded))) {
                tried++;
                hit(path, () -> DemoFund.send(path, AS_OPERATOR, Optional.empty()))
                        .ifPresent(hits::add);
            }
            tried++;
            hit("reason " + payload, () -> DemoFund.send(MANUAL, AS_OPERATOR, proposal("payload " + encoded, payload)))
                    .ifPresent(hits::add);
        }
        Somebody operator = Somebody.signedIn(address(), DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD);
        for (String payload : PAYLOADS) {
            String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (String page : List.of(
                    "find.xhtml?text=",
                    "audit.xhtml?who=",
                    "prices.xhtml?fund=",
                    "facts.xhtml?fund=%s&kind=".formatted(FUND),
                    "facts.xhtml?fund=%s&id=".formatted(FUND),
                    "terms.xhtml?fund=%s&search=".formatted(FUND),
                    "terms.xhtml?fund=%s&act=".formatted(FUND),
                    "today.xhtml?known=",
                    "signin.xhtml?to=",
                    "fund.xhtml?id=")) {
                tried++;
                hit(page + payload, () -> operator.page(page + encoded)).ifPresent(hits::add);
            }
        }
        System.out.printf("payloads: %s tried, hits %s%n", tried, hits.size());
        assertThat(hits).isEmpty();
        assertThat(array(MANUAL).stream().map(each -> each.asJsonObject().getString("reason")))
                .contains("' or '1'='1", "#{7*7}", "=1+1");
    }

    /** What it did, if it did anything. */
    private static Optional<String> hit(String what, Callable<HttpResponse<String>> send) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> answer = send.call();
        long millis = (System.nanoTime() - began) / 1_000_000;
        boolean isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        boolean isMarkup = isPage
                && (answer.body().contains("<script>alert(1)") || answer.body().contains("<img src=x"));
        boolean isRun = isMarkup
                || answer.body().contains("root:x:")
                || answer.headers().firstValue("X-Evil").isPresent();
        return answer.statusCode() >= 500 || millis > SLOW_MILLIS || isRun
                ? Optional.of("%s: %s after %s ms".formatted(what, answer.statusCode(), millis))
                : Optional.empty();
    }

    /** Guessed for one name, and one guess for each of many; who knows the password gets in meanwhile. */
    @Test
    void guessing_is_slow_and_keeps_nobody_out() throws Exception {
        int looked = 0;
        int sprayed = 0;
        long start = System.nanoTime();
        for (int i = 0; i < TRIES; i++) {
            looked += isLookedAt(guess(DemoFund.AUDITOR, i)) ? 1 : 0;
            sprayed += isLookedAt(guess("nobody-" + i % 1_000, i)) ? 1 : 0;
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        // For one name five are free, then the wait doubles; for many a hundred, then one a second.
        assertThat(looked).isBetween(5, 5 + 10);
        assertThat((long) sprayed).isLessThanOrEqualTo(100 + seconds + 1);
        long[] good = new long[5];
        for (int i = 0; i < good.length; i++) {
            long began = System.nanoTime();
            assertThat(Somebody.signedIn(address(), DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD)
                            .page("today.xhtml")
                            .statusCode())
                    .isEqualTo(200);
            good[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(good);
        System.out.printf(
                "guesses in %s s: %s of %s for one name were looked at, %s of %s for a thousand names; a good sign-in with its page"
                        + " took at most %s ms%n",
                seconds, looked, TRIES, sprayed, TRIES, good[good.length - 1]);
    }

    private static boolean isLookedAt(int status) {
        assertThat(status).isIn(401, 429);
        return status == 401;
    }

    private static int guess(String name, int number) throws Exception {
        return DemoFund.send("api/night", Optional.of(DemoFund.basic(name, "wrong-" + number)), Optional.empty())
                .statusCode();
    }

    /** A cookie is sent by any page; it opens no endpoint, so nobody else's page can act in a person's name. */
    @Test
    void a_session_alone_opens_no_endpoint() throws Exception {
        Somebody known = Somebody.signedIn(address(), DemoFund.COMPLIANCE, DemoFund.OTHERS_PASSWORD);
        for (Map.Entry<String, String> call : Map.of(
                        "GET",
                        "api/funds",
                        "POST",
                        MANUAL,
                        "PUT",
                        "api/funds/%s/strikes/2026-06-05/attempts/9".formatted(FUND))
                .entrySet()) {
            assertThat(known.withCookieAlone(call.getKey(), call.getValue()).statusCode())
                    .as(call.getValue())
                    .isEqualTo(401);
        }
        assertThat(DemoFund.send(MANUAL, AS_APPROVER, proposal("by an approver", "no"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static Optional<Sent> proposal(String request, String reason) {
        return Optional.of(Sent.json(Json.createObjectBuilder()
                .add("instrument", "TAO")
                .add("date", "2026-06-05")
                .add("price", "12.5")
                .add("reason", reason)
                .add("evidence", "none")
                .add("request", request)
                .build()
                .toString()));
    }
}
