package org.assay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** A server made by hand that answers as the REST interface promises. */
final class FakeHouse implements AutoCloseable {
    private static final String STRIKE = """
            {"fund":"ILL-COMPUTE","date":"%s","version":"1","attempt":"1","status":"%s","inputs":"bb",
             "result":"0123456789abcdef","fireInstance":"node-7","controls":{"run":"14","failed":"1"},
             "classes":[{"class":"A","currency":"USD","netAssets":"1234567.89","shares":"1000.0000",
             "navPerShare":"1234.5679"}]}""";

    private static final String FINDINGS = """
            {"findings":[
             {"control":"C20","subject":"TAO","severity":"INFO","text":"moved, with evidence"},
             {"control":"C21","subject":"AKT","severity":"REVIEW","text":"the price has not moved"}]}""";

    private static final String BRANCH = """
            [{"from":"2026-05-26","status":"Open","reason":"trades arrived late: late-trades.csv"},
             {"from":"2026-05-27","status":"Approved","reason":"decided"}]""";

    private final List<String> signed = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final HttpServer server;
    private final Deque<String> nights = new ArrayDeque<>(List.of(
            "{\"due\":102,\"struck\":40,\"held\":0,\"reports\":0,\"quiet\":false}",
            "{\"due\":102,\"struck\":102,\"held\":0,\"reports\":3,\"quiet\":true}"));
    private List<String> days = List.of(
            "2026-02-27 Published", "2026-05-26 Review", "2026-05-27 Review", "2026-05-28 Review", "2026-05-29 Review");
    private int postStatus = 201;
    private String postAnswer = "";
    private String authorization = "";
    private String contentType = "";
    private byte[] posted = {};

    FakeHouse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/assay/api/funds", this::funds);
        server.createContext("/assay/api/night", exchange -> answer(exchange, 200, night()));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void answerToPost(int status, String body) {
        postStatus = status;
        postAnswer = body;
    }

    void nights(String... inTurn) {
        nights.clear();
        nights.addAll(List.of(inTurn));
    }

    /** Each as {@code 2026-05-29 Held}. */
    void days(String... inOrder) {
        days = List.of(inOrder);
    }

    /** Of the files that arrived after the packs. */
    List<String> files() {
        return List.copyOf(files);
    }

    String authorization() {
        return authorization;
    }

    String contentType() {
        return contentType;
    }

    /** Path, who, and what was said. */
    List<String> signed() {
        return List.copyOf(signed);
    }

    byte[] posted() {
        return posted.clone();
    }

    private void funds(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/approval")) {
            signed.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 200, "{}");
        } else if (path.contains("/reports/")) {
            answer(exchange, 200, "report");
        } else if (path.contains("/files")) {
            files(exchange);
        } else if (path.endsWith("/branches")) {
            answer(exchange, 200, files.isEmpty() ? "[]" : BRANCH);
        } else if (exchange.getRequestMethod().equals("POST")) {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            contentType = exchange.getRequestHeaders().getFirst("Content-Type");
            posted = exchange.getRequestBody().readAllBytes();
            answer(exchange, postStatus, postAnswer);
        } else if (path.endsWith("/strikes")) {
            answer(
                    exchange,
                    200,
                    days.stream()
                            .map(day -> STRIKE.formatted((Object[]) day.split(" ")))
                            .collect(Collectors.joining(",", "[", "]")));
        } else if (path.contains("/strikes/")) {
            answer(exchange, 200, FINDINGS);
        } else {
            answer(exchange, 200, "[{\"id\":\"ILL-COMPUTE\"}]");
        }
    }

    private void files(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            files.add(exchange.getRequestURI().getQuery().substring("name=".length()));
            answer(exchange, 200, "{}");
        } else {
            answer(
                    exchange,
                    200,
                    files.stream().map("{\"name\":\"%s\"}"::formatted).collect(Collectors.joining(",", "[", "]")));
        }
    }

    /** The last one stays. */
    private synchronized String night() {
        return nights.size() > 1 ? nights.remove() : nights.element();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
