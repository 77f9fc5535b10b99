package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Home;
import org.assay.launcher.Ports;
import org.assay.launcher.Server;

/** One server among several, which can be killed, made to stand still, and started again. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String name;
    private final Home home;
    private final Server.Setup setup;
    private Optional<Server> server = Optional.empty();

    Node(Server.Node node, Path folder, Map<String, String> settings) {
        Path root = Path.of(System.getProperty("assay.root"));
        this.name = node.name();
        this.home = Home.take(folder);
        this.setup = new Server.Setup(
                root.resolve("ear/target/server"),
                Optional.of(root.resolve("ear/target/assay.ear")),
                node,
                Ports.anyFree(),
                Ports.anyFree(),
                Path.of(System.getProperty("java.home")),
                settings);
    }

    String name() {
        return name;
    }

    void start() {
        start(Map.of());
    }

    /** @param more settings, for this time */
    void start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(setup.environment());
        settings.putAll(more);
        server = Optional.of(Server.start(
                home,
                new Server.Setup(
                        setup.provisioned(),
                        setup.application(),
                        setup.node(),
                        setup.port(),
                        setup.managementPort(),
                        setup.java(),
                        settings)));
    }

    void awaitReady() throws InterruptedException {
        server.orElseThrow().awaitReady(PATIENCE);
    }

    /** As an operator stops it. */
    void stop() {
        server.ifPresent(Server::close);
        server = Optional.empty();
    }

    boolean isRunning() {
        return server.filter(Server::isRunning).isPresent();
    }

    void kill() throws IOException {
        process().destroyForcibly();
        process().onExit().join();
        server = Optional.empty();
    }

    /** It ends by itself, as one that is out of memory does. */
    void awaitEnd() throws InterruptedException {
        for (int tries = 0; isRunning(); tries++) {
            assertThat(tries).as("tries to see %s ended", name).isLessThan(1_200);
            Thread.sleep(100);
        }
        server = Optional.empty();
    }

    /** It neither works nor lets go of anything. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        String pid = Long.toString(process().pid());
        assertThat(new ProcessBuilder("kill", "-" + which, pid).start().waitFor())
                .isZero();
    }

    private ProcessHandle process() throws IOException {
        String pid = Files.readString(home.folder().resolve("server.pid")).split(" ")[0];
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Root of the application. */
    URI address() {
        return URI.create("http://127.0.0.1:%s/assay/".formatted(Integer.toString(setup.port())));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Brings a fund as its operator. */
    HttpResponse<String> bring(byte[] pack) throws IOException, InterruptedException {
        return HTTP.send(
                request("api/funds")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(pack))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As its operator. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", DemoFund.basic(DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD));
    }

    /** How many lines of its log have this in them. */
    long said(String words) throws IOException {
        try (Stream<String> lines = Files.lines(home.folder().resolve("server/log/server.log"))) {
            return lines.filter(line -> line.contains(words)).count();
        }
    }

    void awaitSaid(String words, long times) throws IOException, InterruptedException {
        for (int tries = 0; said(words) < times; tries++) {
            assertThat(tries)
                    .as("tries to find %s in the log of %s", words, name)
                    .isLessThan(1_800);
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        stop();
        home.close();
    }
}
