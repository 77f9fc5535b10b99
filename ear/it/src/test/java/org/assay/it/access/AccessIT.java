package org.assay.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Rights that come and go, tokens, forged forms, and what the log says of it all. */
@RunAsClient
class AccessIT extends OnTheServer {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Optional<String> NONE = Optional.empty();

    private final Granting granting = new Granting(address());

    @Test
    void who_asks_for_a_right_does_not_grant_it_and_two_that_conflict_are_not_held() throws Exception {
        granting.add("dora");
        long right = granting.ask("dora", "OPERATOR", NONE, NONE);
        HttpResponse<String> own = granting.grantOwn(right);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("FOUR_EYES", "another administrator");
        assertThat(lineOf("request=" + own.headers().firstValue(REQUEST_ID).orElseThrow()))
                .contains("refused: FOUR_EYES: right ", "who=administrator@demo");
        granting.grant(right);
        HttpResponse<String> conflict = granting.tryToAsk("dora", "APPROVER", NONE, NONE);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("RIGHTS_CONFLICT", "dora is operator of all funds");
        assertThat(granting.tryToAsk("dora", "AUDITOR", NONE, Optional.of("2099-01-01"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_right_that_is_ended_counts_no_more_from_the_next_request() throws Exception {
        granting.add("emil");
        long right = granting.ask("emil", "COMPLIANCE", NONE, NONE);
        granting.grant(right);
        Somebody emil = Somebody.signedIn(address(), "emil", Granting.PASSWORD);
        assertThat(emil.page("today.xhtml").statusCode()).isEqualTo(200);
        assertThat(emil.call("GET", "api/funds", Optional.empty()).statusCode()).isEqualTo(200);
        granting.end(right);
        assertThat(emil.page("today.xhtml").headers().firstValue("Location").orElseThrow())
                .contains("signin.xhtml");
        assertThat(emil.call("GET", "api/funds", Optional.empty()).statusCode()).isEqualTo(403);
    }

    @Test
    void another_password_ends_every_other_session() throws Exception {
        Somebody here = granting.somebody("fritz", "COMPLIANCE", NONE);
        Somebody elsewhere = Somebody.signedIn(address(), "fritz", Granting.PASSWORD);
        HttpResponse<String> changed = here.post(
                "account.xhtml",
                Map.of(
                        "changing", "changing",
                        "changing:present", Granting.PASSWORD,
                        "changing:fresh", "another-of-the-tests",
                        "changing:change", ""));
        assertThat(changed.body()).contains("The password is changed");
        assertThat(here.page("today.xhtml").statusCode()).isEqualTo(200);
        assertThat(elsewhere.page("today.xhtml").statusCode()).isEqualTo(302);
        assertThat(elsewhere.call("GET", "api/funds", Optional.empty()).statusCode())
                .isEqualTo(401);
    }

    /** Whoever makes a browser send a form knows no state of a page; and a state of another session is none. */
    @Test
    void a_form_with_a_forged_state_does_nothing() throws Exception {
        Somebody gerda = granting.somebody("gerda", "COMPLIANCE", NONE);
        Map<String, String> form =
                Map.of("tokens", "tokens", "tokens:name", "forged", "tokens:days", "9", "tokens:make", "");
        assertThat(gerda.post("account.xhtml", form, Optional.of("4711:0815")).statusCode())
                .isNotEqualTo(200);
        gerda.post("account.xhtml", form, Optional.empty());
        assertThat(gerda.call("GET", "api/tokens", Optional.empty()).body()).isEqualTo("[]");
        assertThat(gerda.post("account.xhtml", form).body()).contains("assay_");
        assertThat(gerda.call("GET", "api/tokens", Optional.empty()).body()).contains("forged");
    }

    @Test
    void a_token_opens_the_interface_until_it_is_revoked_and_makes_no_other() throws Exception {
        Somebody hans = granting.somebody("hans", "COMPLIANCE", NONE);
        Optional<Sent> wanted = Optional.of(Sent.json("{\"name\": \"export\", \"days\": 30}"));
        HttpResponse<String> made = hans.call("POST", "api/tokens", wanted);
        assertThat(made.statusCode()).isEqualTo(201);
        Optional<String> bearer = Optional.of("Bearer " + Granting.body(made).getString("token"));
        assertThat(DemoFund.send("api/funds", bearer, Optional.empty()).statusCode())
                .isEqualTo(200);
        assertThat(DemoFund.send("api/tokens", bearer, Optional.empty()).body()).contains("\"lastUsed\":\"20");
        assertThat(DemoFund.send("api/tokens", bearer, wanted).statusCode()).isEqualTo(403);
        Optional<Sent> long91 = Optional.of(Sent.json("{\"name\": \"export\", \"days\": 91}"));
        assertThat(hans.call("POST", "api/tokens", long91).statusCode()).isEqualTo(422);

        hans.call("DELETE", "api/tokens/" + Granting.body(made).getJsonNumber("id"), Optional.empty());
        HttpResponse<String> after = DemoFund.send("api/funds", bearer, Optional.empty());
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(after.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"Assay\", error=\"invalid_token\"");
        assertThat(DemoFund.send("api/funds", Optional.of("Bearer assay_none"), Optional.empty())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_request_has_a_number_and_a_refusal_is_found_by_it() throws Exception {
        HttpResponse<String> answer = numbered("crawl-4711.a", DemoFund.basic("nobody-here", "wrong"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue(REQUEST_ID)).contains("crawl-4711.a");
        assertThat(answer.body()).contains("\"instance\":\"crawl-4711.a\"");
        assertThat(numbered("not a number;\"", DemoFund.basic("nobody-here", "wrong"))
                        .headers()
                        .firstValue(REQUEST_ID)
                        .orElseThrow())
                .matches("[0-9a-f]{8}");
        String line = lineOf("request=crawl-4711.a");
        assertThat(line)
                .contains("refused: name and password do not belong together", "who=nobody-here", "from=127.0.0.1")
                .contains("what=\"GET /assay/api/people\"");
    }

    @Test
    void who_reads_of_people_is_in_the_log() throws Exception {
        String administrator = DemoFund.basic(DemoFund.ADMINISTRATOR, DemoFund.OTHERS_PASSWORD);
        assertThat(numbered("people-of-the-house", administrator).statusCode()).isEqualTo(200);
        assertThat(lineOf("request=people-of-the-house"))
                .contains("personal data read: all people", "who=administrator@demo");
    }

    /** Pages and management alike: from elsewhere they are reached by a proxy that speaks TLS, or not at all. */
    @Test
    void no_port_is_open_to_another_machine() throws Exception {
        List<InetAddress> elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : elsewhere) {
            for (String port : List.of("assay.it.port", "assay.it.management.port")) {
                try (Socket socket = new Socket()) {
                    InetSocketAddress door = new InetSocketAddress(address, Integer.getInteger(port));
                    assertThatThrownBy(() -> socket.connect(door, 2_000)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void the_cookie_of_a_session_is_kept_from_scripts_and_from_other_sites() throws Exception {
        HttpResponse<String> answer = Somebody.unknown(address()).page("signin.xhtml");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .containsIgnoringCase("httponly")
                .containsIgnoringCase("samesite=lax");
    }

    private static HttpResponse<String> numbered(String id, String authorization) throws Exception {
        URI people = address().resolve("api/people");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(people)
                                .timeout(Duration.ofMinutes(1))
                                .header("Authorization", authorization)
                                .header(REQUEST_ID, id)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String lineOf(String part) throws Exception {
        Path log = Path.of(System.getProperty("assay.root"), "ear/it/target/house/server/log/server.log");
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line with " + part));
    }
}
