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
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The application's REST interface, as anybody with a login speaks to it. */
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI server;
    private final BooleanSupplier isServerRunning;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Api(URI server, BooleanSupplier isServerRunning) {
        this.server = server;
        this.isServerRunning = isServerRunning;
    }

    /** @param login value of the header Authorization */
    JsonNode get(String path, String login) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(request(path, login).header("Accept", "application/json").GET(), text());
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s: %s".formatted(path, problem(answer)));
        }
        return json.readTree(answer.body());
    }

    /** A file. */
    byte[] bytes(String path, String login) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request(path, login).GET(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s: status %s".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    HttpResponse<String> post(String path, String type, byte[] body, String login)
            throws IOException, InterruptedException {
        return send(
                request(path, login)
                        .header("Accept", "application/json")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)),
                text());
    }

    private HttpRequest.Builder request(String path, String login) {
        return HttpRequest.newBuilder(server.resolve("assay/" + path))
                .timeout(PATIENCE)
                .header("Authorization", login);
    }

    private static BodyHandler<String> text() {
        return BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        if (!isServerRunning.getAsBoolean()) {
            throw new IOException("The server is gone");
        }
        return http.send(request.build(), body);
    }

    /** Title and detail of RFC 9457 where the answer has them, else its first words. */
    String problem(HttpResponse<String> answer) {
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
