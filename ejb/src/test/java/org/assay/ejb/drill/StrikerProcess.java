package org.assay.ejb.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assay.ejb.drill.Orders.Due;

/** A {@link Striker} in its process, and what it says. */
final class StrikerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path acknowledged;
    private final Path errors;
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

    /** @param nanos when it was heard */
    record Said(String line, long nanos) {
        boolean is(String word) {
            return line.equals(word) || line.startsWith(word + " ");
        }
    }

    private StrikerProcess(Process process, Path acknowledged, Path errors) {
        this.process = process;
        this.acknowledged = acknowledged;
        this.errors = errors;
    }

    static StrikerProcess start(Path folder) throws IOException {
        Path acknowledged = folder.resolve("acknowledged.txt");
        Path errors = folder.resolve("striker.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Striker.class.getName(),
                        acknowledged.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        StrikerProcess striker = new StrikerProcess(process, acknowledged, errors);
        Thread listener = new Thread(striker::listen, "striker");
        listener.setDaemon(true);
        listener.start();
        return striker;
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(new Said(line, System.nanoTime()));
            }
        } catch (IOException killed) {
            // What it said before is heard.
        }
        said.add(new Said("ended", System.nanoTime()));
    }

    void order(Orders orders) throws IOException {
        tell(orders.line());
    }

    void goOn() throws IOException {
        tell("go on");
    }

    private void tell(String line) throws IOException {
        Writer writer = process.outputWriter(StandardCharsets.UTF_8);
        writer.write(line + "\n");
        writer.flush();
    }

    /** All it said, up to the first that is one of the words. */
    List<Said> await(Predicate<Said> last) {
        List<Said> heard = new ArrayList<>();
        try {
            while (heard.isEmpty() || !last.test(heard.get(heard.size() - 1))) {
                Said next = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null || (next.is("ended") && !last.test(next))) {
                    throw new IllegalStateException("the striker %s, after %s: %s"
                            .formatted(next == null ? "says nothing" : "ended", heard, text(errors)));
                }
                heard.add(next);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the drill was told to stop", hurried);
        }
        return heard;
    }

    boolean hasSaidDone() {
        return said.stream().anyMatch(line -> line.is("done"));
    }

    /** What was acknowledged since the file was last emptied; a line cut short was not. */
    List<Due> acknowledged() throws IOException {
        String text = Files.readString(acknowledged);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Due::parse)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        awaitEnd();
    }
}
