package org.assay.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private static final Map<String, String> REPORTS = new TreeMap<>(Map.of("nav-pack", "pdf", "workbook", "xlsx"));

    /** So many days are left for the visitor to sign. */
    private static final int LEFT_TO_SIGN = 3;

    private final Api api;
    private final Logins logins;
    private final Screen screen;
    private final Duration grace;

    /** What a night came to. */
    record Night(int due, int struck, int held, int reports, boolean quiet) {
        boolean isWhole() {
            return due > 0 && struck >= due && held == 0;
        }
    }

    Demo(Api api, Logins logins, Screen screen, Duration grace) {
        this.api = api;
        this.logins = logins;
        this.screen = screen;
        this.grace = grace;
    }

    /** True when every day was struck and none is held. */
    boolean run(DemoPack pack, Instant clock, Path reports) throws IOException, InterruptedException {
        if (!load(pack)) {
            return false;
        }
        Night night = await();
        List<JsonNode> strikes = strikes(clock);
        sign(strikes);
        await();
        show(strikes(clock));
        save(strikes, reports);
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
        HttpResponse<String> answer = api.post("api/funds", "application/zip", pack.zip(), logins.operatorBasic());
        switch (answer.statusCode()) {
            case 201 -> screen.say("The demo fund is loaded.");
            case 200 -> screen.say("The demo fund was there already.");
            // 405 is what a server without our interface answers to a POST.
            case 404, 405 -> {
                screen.say("The application has no REST interface for funds, so no demo fund is loaded.");
                return false;
            }
            default -> {
                screen.say("The demo fund was refused: " + api.problem(answer));
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

    /** Of all funds, of all days up to the clock. */
    private List<JsonNode> strikes(Instant clock) throws IOException, InterruptedException {
        LocalDate to = LocalDate.ofInstant(clock, ZoneOffset.UTC);
        var strikes = new ArrayList<JsonNode>();
        for (JsonNode fund : get("api/funds")) {
            String id = fund.path("id").asText();
            for (JsonNode strike : get("api/funds/%s/strikes?from=%s&to=%s".formatted(id, to.minusYears(2), to))) {
                strikes.add(strike);
            }
        }
        return strikes;
    }

    /** The demo's second person signs all but the last days, as it would have been done on each of them. */
    private void sign(List<JsonNode> strikes) throws IOException, InterruptedException {
        List<JsonNode> history = strikes.subList(0, Math.max(0, strikes.size() - LEFT_TO_SIGN));
        int signed = 0;
        for (JsonNode strike : history) {
            if (strike.path("status").asText().equals("Review")) {
                sign(strike);
                screen.progress("signed %s of %s".formatted(++signed, history.size()));
            }
        }
        if (signed > 0) {
            screen.say("signed %s as %s; the last %s days wait for you"
                    .formatted(signed, Logins.APPROVER, strikes.size() - history.size()));
        }
    }

    private void sign(JsonNode strike) throws IOException, InterruptedException {
        String path = "api/funds/%s/strikes/%s/approval"
                .formatted(strike.path("fund").asText(), strike.path("date").asText());
        String body = "{\"result\":\"%s\",\"reason\":\"demo history\"}"
                .formatted(strike.path("result").asText());
        HttpResponse<String> answer =
                api.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), logins.approverBasic());
        if (answer.statusCode() != 200) {
            throw new IOException("POST %s: %s".formatted(path, api.problem(answer)));
        }
    }

    private void show(List<JsonNode> strikes) {
        screen.say("");
        StrikeTable.lines(lastQuarter(strikes)).forEach(screen::say);
        screen.say("");
    }

    /** The reports of the last NAV, where a person finds them. */
    private void save(List<JsonNode> strikes, Path reports) throws IOException, InterruptedException {
        if (strikes.isEmpty()) {
            return;
        }
        JsonNode last = strikes.get(strikes.size() - 1);
        Files.createDirectories(reports);
        for (var report : REPORTS.entrySet()) {
            String path = "api/funds/%s/strikes/%s/reports/%s"
                    .formatted(last.path("fund").asText(), last.path("date").asText(), report.getKey());
            Path file = reports.resolve("%s-%s.%s"
                    .formatted(last.path("fund").asText(), last.path("date").asText(), report.getValue()));
            keep(file, api.bytes(path, logins.operatorBasic()));
            screen.say("%s: %s".formatted(report.getKey(), file));
        }
    }

    /** Whole or not at all: half of a report, which is what a full disk takes, would be read as one. */
    private static void keep(Path file, byte[] report) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName());
        try {
            Files.write(half, report);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
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
        return api.get(path, logins.operatorBasic());
    }
}
