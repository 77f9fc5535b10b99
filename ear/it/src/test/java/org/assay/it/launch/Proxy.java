package org.assay.it.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** One address before several nodes: asks the first that is in use. An operator takes a node out before stopping it. */
final class Proxy implements AutoCloseable {
    /** What belongs to one connection and is not handed on. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<Node> inUse = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Proxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    void use(Node node) {
        inUse.add(node);
    }

    void takeOut(Node node) {
        inUse.remove(node);
    }

    /** Root of the application. */
    URI address() {
        return URI.create("http://127.0.0.1:%s/assay/"
                .formatted(Integer.toString(server.getAddress().getPort())));
    }

    private void pass(HttpExchange asked) throws IOException {
        try (asked) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            inUse.get(0).address().resolve(asked.getRequestURI().toString()))
                    .method(
                            asked.getRequestMethod(),
                            BodyPublishers.ofByteArray(asked.getRequestBody().readAllBytes()));
            asked.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            answer(asked, http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange asked, HttpResponse<byte[]> given) throws IOException {
        asked.getResponseHeaders()
                .putAll(given.headers().map().entrySet().stream()
                        .filter(header -> !OWN.contains(header.getKey()))
                        .collect(Collectors.toMap(header -> header.getKey(), header -> header.getValue())));
        asked.sendResponseHeaders(given.statusCode(), given.body().length == 0 ? -1 : given.body().length);
        asked.getResponseBody().write(given.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
