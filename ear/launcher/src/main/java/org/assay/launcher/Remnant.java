package org.assay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process we started, remembered in a file, so that a later launcher can stop what a killed one left running.
 *
 * <p>A number alone may since have been given to a stranger; together with the moment of the start it is one process.
 */
final class Remnant {
    private Remnant() {}

    static void remember(ProcessHandle process, Path file) throws IOException {
        Files.writeString(file, process.pid() + " " + started(process));
    }

    static Optional<ProcessHandle> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ");
        if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(words[1]));
    }

    /** Asks, waits, and only then ends it by force. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!isGone(process, patience)) {
            process.destroyForcibly();
            isGone(process, Duration.ofSeconds(3));
        }
    }

    private static boolean isGone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Waiting for a process failed", impossible);
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
