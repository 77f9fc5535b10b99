package org.assay.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What was started, stopped in the opposite order: the server before its database, and the folder given back last.
 *
 * <p>Stopped once, by whoever comes first, the end of the run or Ctrl-C; the other waits for it.
 */
final class Running {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private Optional<Database> database = Optional.empty();
    private volatile boolean stopping;

    /** What is started while we are already stopping is stopped at once. */
    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        if (stopping) {
            close();
            throw new IllegalStateException("Stopped while starting");
        }
        return part;
    }

    synchronized void watch(Database started) {
        database = Optional.of(started);
    }

    boolean isStopping() {
        return stopping;
    }

    synchronized boolean isDatabaseRunning() {
        return database.map(Database::isRunning).orElse(true);
    }

    void close() {
        stopping = true;
        stopAll();
    }

    /** Nothing more will be started. */
    void ended() {
        ended.countDown();
    }

    /** For Ctrl-C. What is being started at this moment is only known when it is there, so the run is waited for. */
    void stopFromOutside() {
        close();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("The launcher is left without having stopped everything.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stopAll() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failed) {
                // The others must still be stopped.
                System.err.println("Not stopped cleanly: " + failed);
            }
        }
    }
}
