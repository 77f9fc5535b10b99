package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.launcher.Ports;

/** A Keycloak of its own with one realm, as the build unpacked it for {@code -Dassay.drill=oidc}. */
final class Keycloak implements AutoCloseable {
    static final String PASSWORD = "somebody-at-keycloak";
    private static final String CLIENT = "desk";
    private static final String SECRET = "client-of-the-drill";
    private static final int TRIES = 1_200;

    private static final String REALM = """
            {"realm": "house", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "%s", "secret": "%s", "publicClient": false, "standardFlowEnabled": true,
               "redirectUris": ["%s"], "attributes": {"pkce.code.challenge.method": "S256"}}],
             "users": [%s]}""";

    private static final String USER = """
            {"username": "%1$s", "email": "%1$s", "emailVerified": %2$s, "enabled": true, "firstName": "A", "lastName": "B",
             "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}""";

    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();
    private Process process;

    /** Makes a server ask it, and let nobody in otherwise. */
    Map<String, String> settings() {
        return Map.of(
                "ASSAY_OIDC_ISSUER",
                issuer(),
                "ASSAY_OIDC_CLIENT",
                CLIENT,
                "ASSAY_OIDC_SECRET",
                SECRET,
                "ASSAY_OIDC_ONLY",
                "true");
    }

    private String issuer() {
        return "http://localhost:%s/realms/house".formatted(Integer.toString(port));
    }

    /**
     * Returns when it answers.
     *
     * @param back the one address it sends anybody to
     * @param people and whether their addresses are verified
     */
    void start(Path folder, URI back, Map<String, Boolean> people) throws IOException, InterruptedException {
        Path program;
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("assay.root"), "ear/it/target/keycloak"))) {
            program = unpacked.findFirst().orElseThrow();
        }
        String users = people.entrySet().stream()
                .map(person -> USER.formatted(person.getKey(), person.getValue(), PASSWORD))
                .collect(Collectors.joining(","));
        Path realm = Files.createDirectories(program.resolve("data/import")).resolve("house.json");
        Files.writeString(realm, REALM.formatted(CLIENT, SECRET, back, users));
        Files.deleteIfExists(program.resolve("data/h2/keycloakdb.mv.db"));
        var command = new ProcessBuilder(List.of(
                        "bash",
                        program.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.log").toFile());
        process = command.start();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(issuer())).build();
        for (int tries = 0; !isUp(http, ready); tries++) {
            assertThat(process.isAlive() && tries < TRIES)
                    .as(() -> "keycloak starts; it said " + folder.resolve("keycloak.log"))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private static boolean isUp(HttpClient http, HttpRequest ready) throws InterruptedException {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each ->
                each.onExit().completeOnTimeout(each, 20, TimeUnit.SECONDS).join());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
