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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads the demo's packs over the REST interface as a person would, waits for the night and shows the last quarter.
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

    /** So many days of each fund are left for the visitor to sign. */
    private static final int LEFT_TO_SIGN = 3;

    private static final String FUND = "fund";
    private static final String DATE = "date";
    private static final String STATUS = "status";

    private final Api api;
    private final Logins logins;
    private final Screen screen;
    private final Duration grace;

    /** What a night came to. */
    record Night(int due, int struck, int held, int reports, boolean quiet) {
        /** @param heldOnPurpose how many funds may be held */
        boolean isWhole(int heldOnPurpose) {
            return due > 0 && struck >= due && held <= heldOnPurpose;
        }
    }

    Demo(Api api, Logins logins, Screen screen, Duration grace) {
        this.api = api;
        this.logins = logins;
        this.screen = screen;
        this.grace = grace;
    }

    /** True when every day was struck and none is held but those of the plan. */
    boolean run(DemoPlan plan, Instant clock, Path reports) throws IOException, InterruptedException {
        for (DemoPack pack : plan.packs()) {
            if (!load(pack)) {
                return false;
            }
        }
        int heldOnPurpose = plan.held().size();
        Night night = await(heldOnPurpose);
        sign(strikes(clock));
        for (DemoPlan.Late late : plan.late()) {
            send(late);
        }
        await(heldOnPurpose);
        List<List<JsonNode>> strikes = strikes(clock);
        if (!strikes.isEmpty()) {
            show(strikes);
            save(strikes, reports);
        }
        long unplanned = strikes.stream()
                .flatMap(List::stream)
                .filter(strike -> strike.path(STATUS).asText().equals("Held"))
                .filter(strike -> !plan.held()
                        .contains(new DemoPlan.Held(
                                strike.path(FUND).asText(), strike.path(DATE).asText())))
                .count();
        if (unplanned > 0) {
            screen.say(
                    "%s of %s days are held: see the findings in the application.".formatted(unplanned, night.due()));
        } else if (!night.isWhole(heldOnPurpose)) {
            screen.say("Only %s of %s days are struck, and nothing more is coming."
                    .formatted(night.struck(), night.due()));
        }
        return unplanned == 0 && night.isWhole(heldOnPurpose);
    }

    private boolean load(DemoPack pack) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.post("api/funds", "application/zip", pack.zip(), logins.operatorBasic());
        switch (answer.statusCode()) {
            case 201 -> screen.say("%s is loaded.".formatted(pack.fund()));
            case 200 -> screen.say("%s was there already.".formatted(pack.fund()));
            // 405 is what a server without our interface answers to a POST.
            case 404, 405 -> {
                screen.say("The application has no REST interface for funds, so no demo fund is loaded.");
                return false;
            }
            default -> {
                screen.say("%s was refused: %s".formatted(pack.fund(), api.problem(answer)));
                return false;
            }
        }
        return true;
    }

    /** As a custodian's file that comes when its day was struck; once, for who looks at the demo again may have decided about it. */
    private void send(DemoPlan.Late late) throws IOException, InterruptedException {
        String files = "api/funds/%s/files".formatted(late.fund());
        String name = String.valueOf(late.file().getFileName());
        for (JsonNode file : get(files)) {
            if (file.path("name").asText().equals(name)) {
                return;
            }
        }
        String path = "%s/%s?name=%s".formatted(files, late.kind(), name);
        HttpResponse<String> answer =
                api.post(path, "text/csv", Files.readAllBytes(late.file()), logins.operatorBasic());
        if (answer.statusCode() != 200) {
            throw new IOException("POST %s: %s".formatted(path, api.problem(answer)));
        }
        screen.say("%s of %s arrived late: %s".formatted(late.kind(), late.fund(), name));
    }

    private Night await(int heldOnPurpose) throws IOException, InterruptedException {
        Night seen = night();
        long moved = System.nanoTime();
        while (true) {
            Duration still = Duration.ofNanos(System.nanoTime() - moved);
            if (seen.quiet() && (seen.isWhole(heldOnPurpose) || still.compareTo(grace) >= 0)) {
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

    /** Of each fund that has any, of all days up to the clock. */
    private List<List<JsonNode>> strikes(Instant clock) throws IOException, InterruptedException {
        LocalDate to = LocalDate.ofInstant(clock, ZoneOffset.UTC);
        var strikes = new ArrayList<List<JsonNode>>();
        for (JsonNode fund : get("api/funds")) {
            var own = new ArrayList<JsonNode>();
            String id = fund.path("id").asText();
            get("api/funds/%s/strikes?from=%s&to=%s".formatted(id, to.minusYears(2), to))
                    .forEach(own::add);
            if (!own.isEmpty()) {
                strikes.add(own);
            }
        }
        return strikes;
    }

    /**
     * The demo's second person signs all but the last days of each fund, as it would have been done on each of them: in order, and
     * all funds at once, because most of a signature is waiting for the disk.
     */
    private void sign(List<List<JsonNode>> strikes) throws IOException, InterruptedException {
        List<List<JsonNode>> history = strikes.stream()
                .map(own -> own.stream()
                        .limit(Math.max(0, own.size() - LEFT_TO_SIGN))
                        .filter(strike -> strike.path(STATUS).asText().equals("Review"))
                        .toList())
                .toList();
        int all = history.stream().mapToInt(List::size).sum();
        if (all == 0) {
            return;
        }
        var signed = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(history.size());
        try {
            var tasks = new ArrayList<Callable<Integer>>();
            for (List<JsonNode> own : history) {
                tasks.add(() -> {
                    for (JsonNode strike : own) {
                        sign(strike);
                        screen.progress("signed %s of %s".formatted(signed.incrementAndGet(), all));
                    }
                    return own.size();
                });
            }
            for (Future<Integer> done : hands.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("The history cannot be signed", failed.getCause());
        } finally {
            hands.shutdownNow();
        }
        screen.say("signed %s as %s; the last %s days of each fund wait for you"
                .formatted(all, Logins.APPROVER, LEFT_TO_SIGN));
    }

    private void sign(JsonNode strike) throws IOException, InterruptedException {
        String path = "api/funds/%s/strikes/%s/approval"
                .formatted(strike.path(FUND).asText(), strike.path(DATE).asText());
        String body = "{\"result\":\"%s\",\"reason\":\"illustrative history\"}"
                .formatted(strike.path("result").asText());
        HttpResponse<String> answer =
                api.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), logins.approverBasic());
        if (answer.statusCode() != 200) {
            throw new IOException("POST %s: %s".formatted(path, api.problem(answer)));
        }
    }

    private void show(List<List<JsonNode>> strikes) throws IOException, InterruptedException {
        List<JsonNode> last = strikes.stream().map(Demo::last).toList();
        screen.say("");
        NavHistory.lines(lastQuarter(strikes.stream().flatMap(List::stream).toList()))
                .forEach(screen::say);
        screen.say("* waits for a second person, ! held");
        screen.say("");
        StrikeTable.lines(last).forEach(screen::say);
        screen.say("");
        var waiting = new ArrayList<List<String>>();
        for (List<JsonNode> own : strikes) {
            String fund = "api/funds/" + last(own).path(FUND).asText();
            JsonNode nav =
                    get("%s/strikes/%s".formatted(fund, last(own).path(DATE).asText()));
            waiting.addAll(Waiting.rows(own, nav, get(fund + "/branches")));
        }
        screen.say(waiting.isEmpty() ? "Nothing waits for you." : "What waits for you:");
        TextTable.lines(waiting, column -> false).forEach(screen::say);
        screen.say("");
    }

    private static JsonNode last(List<JsonNode> strikes) {
        return strikes.get(strikes.size() - 1);
    }

    /** The reports of each fund's last NAV, where a person finds them. */
    private void save(List<List<JsonNode>> strikes, Path reports) throws IOException, InterruptedException {
        Files.createDirectories(reports);
        for (List<JsonNode> own : strikes) {
            String fund = last(own).path(FUND).asText();
            String date = last(own).path(DATE).asText();
            for (var report : REPORTS.entrySet()) {
                String path = "api/funds/%s/strikes/%s/reports/%s".formatted(fund, date, report.getKey());
                Path file = reports.resolve("%s-%s.%s".formatted(fund, date, report.getValue()));
                keep(file, api.bytes(path, logins.operatorBasic()));
            }
        }
        screen.say("The reports of the last NAVs are in " + reports);
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
                .map(strike -> strike.path(DATE).asText())
                .max(String::compareTo)
                .map(last -> LocalDate.parse(last).minusMonths(3).toString())
                .map(first -> strikes.stream()
                        .filter(strike -> strike.path(DATE).asText().compareTo(first) > 0)
                        .toList())
                .orElse(List.of());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return api.get(path, logins.operatorBasic());
    }
}
