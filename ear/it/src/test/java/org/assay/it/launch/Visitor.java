package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages, with a browser's memory: cookies know a host and no port, so it serves for all nodes. */
final class Visitor {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Fills the form as a person does. */
    void signIn(URI desk, String name, String password) throws IOException, InterruptedException {
        URI page = desk.resolve("signin.xhtml");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("login", "login");
        fields.put("login:name", name);
        fields.put("login:password", password);
        fields.put("login:enter", "");
        fields.put("jakarta.faces.ViewState", viewState(get(page).body()));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(page)
                        .timeout(Duration.ofMinutes(1))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields.entrySet().stream()
                                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** Whether a node shows its pages without asking who is there. */
    boolean isKnown(URI desk) throws IOException, InterruptedException {
        HttpResponse<String> page = get(desk.resolve("today.xhtml"));
        return page.statusCode() == 200 && page.body().contains("<span class=\"user\">");
    }

    /** The same, and no when nothing answers. */
    boolean isSurelyKnown(URI desk) {
        try {
            return isKnown(desk);
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A session is given to the other node a moment after its answer was sent. */
    void awaitKnown(URI desk) throws IOException, InterruptedException {
        for (int tries = 0; !isKnown(desk); tries++) {
            assertThat(tries).as("tries at " + desk).isLessThan(50);
            Thread.sleep(100);
        }
    }

    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(page).timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
    }

    private static String viewState(String body) {
        Matcher state = VIEW_STATE.matcher(body);
        assertThat(state.find()).as(body).isTrue();
        return state.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
