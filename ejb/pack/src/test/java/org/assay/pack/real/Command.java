package org.assay.pack.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the offline command, or any Java, as a process of its own: all that is seen is its exit code and its words. */
final class Command {
    /** What a run left behind. */
    record Outcome(int exit, List<String> out, List<String> err) {}

    private static final long PATIENCE_SECONDS = 180;

    private Command() {}

    /** {@code java -jar assay.jar ...} */
    static Outcome assay(Path root, Object... arguments) {
        List<String> line = new ArrayList<>(
                List.of("-jar", root.resolve("ejb/pack/target/assay.jar").toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        return java(line);
    }

    /** A source file without a class path: whatever it uses is in it, or in the JDK. */
    static Outcome source(Path file, Object... arguments) {
        List<String> line = new ArrayList<>(List.of("--class-path", "", file.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        return java(line);
    }

    /** Both streams go to files: a full pipe nobody reads would stop the process for ever. */
    private static Outcome java(List<String> arguments) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(arguments);
        try {
            Path out = Files.createTempFile("assay", ".out");
            Path err = Files.createTempFile("assay", ".err");
            Process process = new ProcessBuilder(line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("%s did not end in %s s".formatted(line, PATIENCE_SECONDS));
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + line, stopped);
        }
    }
}
