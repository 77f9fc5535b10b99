package org.assay.launcher;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * WildFly as a process of its own.
 *
 * <p>The provisioned server is only read. Its configuration is copied into the home at every start and the archive laid
 * beside it, so neither can be older than the build.
 */
public final class Server implements AutoCloseable {
    /** After which a server that does not stop is ended: with the database's share it stays below twenty seconds. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

    private static final String APPLICATION = "assay.ear";

    /** The configuration of a node among others; the build makes it beside the one of a single node. */
    private static final String CLUSTERED = "clustered.xml";

    /**
     * One of the servers on a database.
     *
     * @param name its own; at most 23 bytes, which is what a transaction's node may have
     * @param clusterPort where the others reach it; empty for a single one, which shares nothing
     */
    public record Node(String name, Optional<Integer> clusterPort) {
        /** Alone on its database. */
        public static final Node SINGLE = new Node("assay", Optional.empty());
    }

    /**
     * What is started, and where.
     *
     * @param provisioned the server as built
     * @param application the archive to deploy; empty where a test brings its own
     * @param environment added to the caller's: the database, the demo's settings, and what is asked for beyond the configuration
     */
    public record Setup(
            Path provisioned,
            Optional<Path> application,
            Node node,
            int port,
            int managementPort,
            Path java,
            Map<String, String> environment) {
        /** Names the key store by which the server speaks TLS, and nothing else than TLS. */
        static final String TLS = "ASSAY_TLS_KEYSTORE";

        /** Names the credential store with the key to settings that are encrypted. */
        private static final String SECRETS = "ASSAY_SECRETS";

        public Setup {
            environment = Map.copyOf(environment);
        }

        /** By which the pages are asked for. */
        String scheme() {
            return has(TLS) ? "https" : "http";
        }

        /** Files of the configuration that stand beside it; bin/standalone.conf knows the same. */
        List<String> additions() {
            return Stream.of(has(TLS) ? "tls.yml" : "", has(SECRETS) ? "secrets.yml" : "")
                    .filter(file -> !file.isEmpty())
                    .toList();
        }

        private boolean has(String variable) {
            return !environment.getOrDefault(variable, "").isBlank();
        }
    }

    private final Setup setup;
    private final Path folder;
    private final Process process;

    private Server(Setup setup, Path folder, Process process) {
        this.setup = setup;
        this.folder = folder;
        this.process = process;
    }

    /** Stops what a killed launcher left of it, and starts it; {@link #awaitReady} tells when it answers. */
    public static Server start(Home home, Setup setup) {
        Path folder = home.server();
        try {
            lay(folder, setup);
            Process process = launch(folder, setup);
            Remnant.remember(process.toHandle(), remnant(home));
            return new Server(setup, folder, process);
        } catch (IOException failed) {
            throw new UncheckedIOException("The server cannot be started in " + folder, failed);
        }
    }

    static void stopRemnant(Home home) {
        try {
            Remnant.find(remnant(home)).ifPresent(process -> Remnant.stop(process, STOP_PATIENCE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("What runs in " + home.server() + " cannot be told", unreadable);
        }
    }

    private static Path remnant(Home home) {
        return home.folder().resolve("server.pid");
    }

    /** Transactions in doubt stay in {@code data}; all else in the folder comes from the build. */
    private static void lay(Path folder, Setup setup) throws IOException {
        for (String made : List.of("configuration", "deployments", "data/content", "tmp")) {
            Folders.delete(folder.resolve(made));
        }
        Folders.copy(setup.provisioned().resolve("standalone/configuration"), folder.resolve("configuration"));
        Path deployments = Files.createDirectories(folder.resolve("deployments"));
        Files.createDirectories(folder.resolve("log"));
        if (setup.application().isPresent()) {
            Files.copy(setup.application().get(), deployments.resolve(APPLICATION), REPLACE_EXISTING);
            Files.createFile(deployments.resolve(APPLICATION + ".dodeploy"));
        }
    }

    private static Process launch(Path folder, Setup setup) throws IOException {
        var command = StandaloneCommandBuilder.of(setup.provisioned())
                .setJavaHome(setup.java())
                .setBaseDirectory(folder)
                .setJavaOptions(
                        "-Xms256m",
                        "-Xmx1g",
                        "-XX:MaxMetaspaceSize=512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=UTC")
                .addServerArgument("-Djboss.node.name=" + setup.node().name())
                .addServerArgument("-Djboss.%s.port=%s".formatted(setup.scheme(), setup.port()))
                .addServerArgument("-Djboss.management.http.port=" + setup.managementPort());
        setup.node()
                .clusterPort()
                .ifPresent(port ->
                        command.setServerConfiguration(CLUSTERED).addServerArgument("-Dassay.cluster.port=" + port));
        String yaml = String.join(":", setup.additions());
        if (!yaml.isEmpty()) {
            command.addServerArgument("--yaml=" + yaml);
        }
        var process = new ProcessBuilder(command.build())
                .redirectErrorStream(true)
                .redirectOutput(console(folder).toFile());
        process.environment().putAll(setup.environment());
        return process.start();
    }

    private static Path console(Path folder) {
        return folder.resolve("log/console.log");
    }

    /** Where to read what went wrong. */
    public Path log() {
        return folder.resolve("log/server.log");
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public URI address() {
        return URI.create("%s://127.0.0.1:%s/".formatted(setup.scheme(), setup.port()));
    }

    /** Returns when the server and its application are ready; a start that failed is told at once. */
    public void awaitReady(Duration patience) throws InterruptedException {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%s/health/ready".formatted(setup.managementPort())))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended while starting, with status %s; the reason is in %s"
                        .formatted(process.exitValue(), log()));
            }
            mustNotHaveFailed();
            if (isUp(http, ready)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(
                "The server is not ready after %s s; see %s".formatted(patience.toSeconds(), log()));
    }

    private boolean isUp(HttpClient http, HttpRequest ready) throws InterruptedException {
        // Readiness of the server alone comes a moment before the scanner has looked.
        if (setup.application().isPresent() && !Files.exists(marker(".deployed"))) {
            return false;
        }
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void mustNotHaveFailed() {
        Path failed = marker(".failed");
        if (Files.exists(failed)) {
            throw new IllegalStateException(
                    "The server does not take the application: %s; see %s".formatted(text(failed), log()));
        }
    }

    private Path marker(String ending) {
        return folder.resolve("deployments").resolve(APPLICATION + ending);
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.substring(0, Math.min(500, text.length()));
        } catch (IOException unreadable) {
            return "no reason given";
        }
    }

    @Override
    public void close() {
        Remnant.stop(process.toHandle(), STOP_PATIENCE);
    }
}
