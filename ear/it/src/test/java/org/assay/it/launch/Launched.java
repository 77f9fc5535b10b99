package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A launcher in a process of its own, as the run profile starts it, and what it says. */
final class Launched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path said;

    private Launched(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param environment beside the caller's own */
    static Launched start(Path said, List<String> properties, Map<String, String> environment) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dassay.root=" + System.getProperty("assay.root"));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), "org.assay.launcher.Launcher"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        // The caller's settings would lead the launcher to the caller's database.
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
        builder.environment().putAll(environment);
        return new Launched(builder.start(), said);
    }

    /** Of a person of the demo, as its home keeps it. */
    static String password(Path home, String name) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("demo-logins.txt"))) {
            return lines.map(line -> line.split(" +"))
                    .filter(words -> words[0].equals(name))
                    .map(words -> words[1])
                    .findFirst()
                    .orElseThrow();
        }
    }

    void awaitUp() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains("Ctrl-C stops everything")) {
            assertThat(process.isAlive()).as("launcher, which said: %s", said()).isTrue();
            assertThat(System.nanoTime()).as("still not up: %s", said()).isLessThan(end);
            Thread.sleep(100);
        }
    }

    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the launcher ended")
                .isTrue();
        return process.exitValue();
    }

    /** As kill -9 does: no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    void interrupt() {
        process.destroy();
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
