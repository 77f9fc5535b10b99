package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started on nothing, killed at the worst moment, started again: the books are there and nothing is left running. */
class LauncherIT {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final String ONLY_BY_TLS = "Strict-Transport-Security";

    /** Of this machine as well, and reached by whatever listens everywhere. */
    private static final String OTHER_ADDRESS = "127.0.0.2";

    private static final String KEY_STORE_PASSWORD = "key-store-of-the-launcher-test";
    private static final String PERSONS_PASSWORD = "person-of-the-launcher-test";
    private static final String CLIENT_SECRET = "client-of-the-launcher-test";
    private static final List<String> SECRETS = List.of(KEY_STORE_PASSWORD, PERSONS_PASSWORD, CLIENT_SECRET);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("ASSAY_ADMINISTRATOR_1", "anna", "ASSAY_ADMINISTRATOR_1_PASSWORD", PERSONS_PASSWORD);
    private static final Map<String, String> BEHIND_PROXY_BY_PROVIDER = Map.of(
            "ASSAY_BEHIND_PROXY", "true",
            "ASSAY_OIDC_ISSUER", "https://id.invalid/house",
            "ASSAY_OIDC_CLIENT", "desk",
            "ASSAY_OIDC_SECRET", CLIENT_SECRET,
            "ASSAY_OIDC_ONLY", "true");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();
    private final int databasePort = Ports.anyFree();
    private Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("home");
    }

    /** What a failed test left running: known by our folder in its command, since a number may be a stranger's by now. */
    @AfterEach
    void endAll() throws IOException {
        for (ProcessHandle process : processes()) {
            if (process.info().commandLine().orElse("").contains(home.toString())) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void killed_at_any_time_it_starts_again_with_its_books() throws Exception {
        ProcessHandle firstServer;
        try (Launched first = launch("first")) {
            first.awaitUp();
            sql("create table public.kept (id int)", "insert into public.kept values (42)");
            assertThat(refusedInUse()).contains("in use by a running launcher");
            firstServer = process("server.pid");
            assertThat(firstServer.info().arguments().orElseThrow()).noneMatch(LauncherIT::isSecret);
            assertThat(page(Map.of("X-Forwarded-Proto", "https")))
                    .as("who is not behind a proxy believes none")
                    .satisfies(LauncherIT::isPlain);
            theManagementPortIsForTheMachine();
            first.kill();
        }
        assertThat(firstServer.isAlive())
                .as("a killed launcher leaves its server")
                .isTrue();

        try (Launched second = launch("second", BEHIND_PROXY_BY_PROVIDER)) {
            second.awaitUp();
            assertThat(page(Map.of())).satisfies(LauncherIT::isPlain);
            assertThat(page(Map.of()).body())
                    .contains("Sign in with id.invalid")
                    .doesNotContain("login:password");
            assertThat(page(Map.of("X-Forwarded-Proto", "https"))).satisfies(LauncherIT::isSecure);
            assertThat(firstServer.isAlive()).as("the next one stops it").isFalse();
            assertThat(kept()).isEqualTo(42);
            process("server.pid").destroyForcibly();
            process("db/postmaster.pid").destroyForcibly();
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.said()).contains("has ended by itself");
        }

        SecureDoor door = SecureDoor.make(folder.resolve("desk.p12"), KEY_STORE_PASSWORD, port);
        try (Launched third = launch("third", door.settings())) {
            third.awaitUp();
            assertThat(kept()).isEqualTo(42);
            onlyTlsIsSpoken(door);
            assertThat(process("server.pid").info().arguments().orElseThrow()).noneMatch(LauncherIT::isSecret);
            List<ProcessHandle> running = processes();
            assertThat(running).hasSize(2);
            long stopped = System.nanoTime();
            third.interrupt();
            third.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(STOP);
            assertThat(running).allSatisfy(LauncherIT::isGone);
        }
        assertThat(filesWithSecrets(folder)).isEmpty();
        assertThat(filesWithSecrets(Path.of(System.getProperty("assay.root"), "ear/target/server")))
                .isEmpty();
    }

    private void onlyTlsIsSpoken(SecureDoor door) throws Exception {
        assertThat(door.handshake("TLSv1.3")).isEqualTo("TLSv1.3");
        assertThat(door.handshake("TLSv1.2")).isEqualTo("TLSv1.2");
        assertThat(door.refusesVersion(2)).as("TLS 1.1 is refused").isTrue();
        assertThat(door.page("signin.xhtml")).satisfies(LauncherIT::isSecure);
        assertThatThrownBy(() -> page(Map.of())).as("without TLS").isInstanceOf(IOException.class);
    }

    @Test
    void a_taken_port_is_told_before_anything_is_started() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Launched refused = launch("refused")) {
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.said().lines())
                    .containsExactly(
                            "Port %s is taken by another program: stop that, or move ours by -Dassay.port=<port>."
                                    .formatted(taken.getLocalPort()));
            assertThat(home.resolve("db")).doesNotExist();
        }
    }

    /** Nothing of what the environment holds is written down anywhere; the books keep a hash of one. */
    private static List<Path> filesWithSecrets(Path under) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isSecret(text(file)))
                    .toList();
        }
    }

    /** Byte by byte: what is no text is looked through as well. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSecret(String text) {
        return SECRETS.stream().anyMatch(text::contains);
    }

    private void theManagementPortIsForTheMachine() throws Exception {
        assertThat(status("management")).isEqualTo(401);
        assertThat(status("health/ready")).isEqualTo(200);
        assertThat(status("metrics")).isEqualTo(200);
        assertThatThrownBy(() -> new Socket(OTHER_ADDRESS, managementPort).close())
                .as("the management port at another address of this machine")
                .isInstanceOf(IOException.class);
    }

    private int status(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%s/%s".formatted(Integer.toString(managementPort), path));
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> page(Map<String, String> headers) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%s/assay/signin.xhtml".formatted(Integer.toString(port)));
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static void isPlain(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue(ONLY_BY_TLS)).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContainIgnoringCase("Secure");
    }

    private static void isSecure(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue(ONLY_BY_TLS)).contains("max-age=31536000");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .containsIgnoringCase("; secure")
                .contains("HttpOnly", "SameSite=Lax");
    }

    private Launched launch(String name) throws IOException {
        return launch(name, Map.of());
    }

    private Launched launch(String name, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(ENVIRONMENT);
        return Launched.start(
                folder.resolve(name + ".txt"),
                List.of(
                        "assay.home=" + home,
                        "assay.port=" + port,
                        "assay.management.port=" + managementPort,
                        "assay.db.port=" + databasePort,
                        "assay.demo=false"),
                environment);
    }

    private String refusedInUse() throws Exception {
        try (Launched other = launch("other")) {
            assertThat(other.awaitEnd()).isEqualTo(2);
            return other.said();
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private int kept() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet kept = sql.executeQuery("select id from public.kept")) {
            assertThat(kept.next()).isTrue();
            return kept.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return BooksAsked.connect(databasePort);
    }

    private List<ProcessHandle> processes() throws IOException {
        var processes = new ArrayList<ProcessHandle>();
        for (String file : List.of("server.pid", "db/postmaster.pid")) {
            if (Files.exists(home.resolve(file))) {
                pid(file).ifPresent(processes::add);
            }
        }
        return processes;
    }

    private ProcessHandle process(String file) throws IOException {
        return pid(file).orElseThrow();
    }

    /** The first number of the file. */
    private Optional<ProcessHandle> pid(String file) throws IOException {
        String number = Files.readString(home.resolve(file)).strip().split("\\s")[0];
        return ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive);
    }

    private static void isGone(ProcessHandle process) {
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException still) {
            if (hasEnded(process)) {
                return;
            }
            throw new AssertionError("Still running: " + process.info(), still);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** It ended, and the machine's first process has not yet taken note of it: such a one has no program any more. */
    private static boolean hasEnded(ProcessHandle process) {
        return process.info().command().isEmpty();
    }
}
