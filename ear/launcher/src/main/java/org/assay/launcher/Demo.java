package org.assay.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Loads the demo pack over the REST interface as a person would, waits for the night and shows the last quarter.
 *
 * <p>It speaks the interface only: what it can do, anybody with a login can.
 */
final class Demo {
    /** A night that does not move for so long is stuck: a slice takes a minute at most. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    /** A night may be quiet because nobody has looked yet what is due. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final URI server;
    private final Logins logins;
    private final Screen screen;
    private final BooleanSupplier isServerRunning;
    private final Duration grace;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** What a night came to. */
    record Night(int due, int struck, int held, int reports, boolean quiet) {
        boolean isWhole() {
            return due > 0 && struck >= due && held == 0;
        }
    }

    Demo(URI server, Logins logins, Screen screen, BooleanSupplier isServerRunning, Duration grace) {
        this.server = server;
        this.logins = logins;
        this.screen = screen;
        this.isServerRunning = isServerRunning;
        this.grace = grace;
    }

    /** True when every day was struck and none is held. */
    boolean run(DemoPack pack, Instant clock) throws IOException, InterruptedException {
        if (!load(pack)) {
            return false;
        }
        Night night = await();
        show(clock);
        if (night.held() > 0) {
            screen.say("%s of %s days are held: see the findings in the application."
                    .formatted(night.held(), night.due()));
        } else if (!night.isWhole()) {
            screen.say("Only %s of %s days are struck, and nothing more is coming."
                    .formatted(night.struck(), night.due()));
        }
        return night.isWhole();
    }

    private boolean load(DemoPack pack) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("api/funds")
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(pack.zip())));
        switch (answer.statusCode()) {
            case 201 -> screen.say("The demo fund is loaded.");
            case 200 -> screen.say("The demo fund was there already.");
            // 405 is what a server without our interface answers to a POST.
            case 404, 405 -> {
                screen.say("The application has no REST interface for funds, so no demo fund is loaded.");
                return false;
            }
            default -> {
                screen.say("The demo fund was refused: " + problem(answer));
                return false;
            }
        }
        return true;
    }

    private Night await() throws IOException, InterruptedException {
        Night seen = night();
        long moved = System.nanoTime();
        while (true) {
            Duration still = Duration.ofNanos(System.nanoTime() - moved);
            if (seen.quiet() && (seen.isWhole() || still.compareTo(grace) >= 0)) {
                break;
            }
            if (still.compareTo(STUCK) > 0) {
                throw new IOException("The night has not moved for " + STUCK.toMinutes() + " minutes at " + seen);
            }
            screen.progress("struck %s of %s".formatted(seen.struck(), seen.due())
                    + (seen.held() > 0 ? ", held " + seen.held() : ""));
            Thread.sleep(LOOK_EVERY.toMillis());
            Night next = night();
            if (!next.equals(seen)) {
                moved = System.nanoTime();
            }
            seen = next;
        }
        screen.say("struck %s of %s, held %s, reports %s"
                .formatted(seen.struck(), seen.due(), seen.held(), seen.reports()));
        return seen;
    }

    private Night night() throws IOException, InterruptedException {
        JsonNode night = get("api/night");
        return new Night(
                night.path("due").asInt(),
                night.path("struck").asInt(),
                night.path("held").asInt(),
                night.path("reports").asInt(),
                night.path("quiet").asBoolean());
    }

    private void show(Instant clock) throws IOException, InterruptedException {
        LocalDate to = LocalDate.ofInstant(clock, ZoneOffset.UTC);
        var strikes = new ArrayList<JsonNode>();
        for (JsonNode fund : get("api/funds")) {
            String id = fund.isTextual() ? fund.asText() : fund.path("id").asText();
            // A month more than is shown: the last strike may lie some days before the clock.
            for (JsonNode strike : get("api/funds/%s/strikes?from=%s&to=%s".formatted(id, to.minusMonths(4), to))) {
                strikes.add(strike);
            }
        }
        screen.say("");
        StrikeTable.lines(lastQuarter(strikes)).forEach(screen::say);
        screen.say("");
    }

    /** Three months up to the last strike; ISO dates compare as text. */
    static List<JsonNode> lastQuarter(List<JsonNode> strikes) {
        return strikes.stream()
                .map(strike -> strike.path("date").asText())
                .max(String::compareTo)
                .map(last -> LocalDate.parse(last).minusMonths(3).toString())
                .map(first -> strikes.stream()
                        .filter(strike -> strike.path("date").asText().compareTo(first) > 0)
                        .toList())
                .orElse(List.of());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s: %s".formatted(path, problem(answer)));
        }
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("assay/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", logins.preparerBasic());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!isServerRunning.getAsBoolean()) {
            throw new IOException("The server is gone");
        }
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Title and detail of RFC 9457 where the answer has them, else its first words. */
    private String problem(HttpResponse<String> answer) {
        String status = "status " + answer.statusCode();
        try {
            JsonNode problem = json.readTree(answer.body());
            if (problem.hasNonNull("title")) {
                return "%s (%s) %s"
                        .formatted(
                                problem.path("title").asText(),
                                status,
                                problem.path("detail").asText())
                        .strip();
            }
            return status + " " + start(answer.body());
        } catch (JsonProcessingException notJson) {
            return status + " " + start(answer.body());
        }
    }

    private static String start(String body) {
        return body.strip().substring(0, Math.min(300, body.strip().length()));
    }
}
