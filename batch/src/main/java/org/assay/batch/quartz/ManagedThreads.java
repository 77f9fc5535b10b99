package org.assay.batch.quartz;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quartz.spi.ThreadExecutor;

/**
 * The scheduler's own threads, for triggers, misfires and the cluster, as threads of the server: they see the
 * application's classes and end with it. Quartz makes this by its name, so what is to be cancelled is kept here.
 */
public final class ManagedThreads implements ThreadExecutor {
    private static final long SECONDS_TO_END = 3;
    private static final Queue<Future<?>> RUNNING = new ConcurrentLinkedQueue<>();

    private static volatile ManagedExecutorService threads;

    @Override
    public void initialize() {
        // The executor is the server's.
    }

    @Override
    public void execute(Thread thread) {
        RUNNING.add(executor().submit(thread));
    }

    /** Given before the scheduler is made, because Quartz makes what needs it by its name. */
    static void runOn(ManagedExecutorService executor) {
        threads = executor;
    }

    static ManagedExecutorService executor() {
        return threads;
    }

    /**
     * Waits for them to end, as a scheduler that shuts down tells them to, and ends those that do not: one that was
     * forgotten would keep the application's classes for ever.
     */
    static void end() {
        for (Future<?> thread = RUNNING.poll(); thread != null; thread = RUNNING.poll()) {
            try {
                thread.get(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                thread.cancel(true);
            } catch (InterruptedException e) {
                thread.cancel(true);
                Thread.currentThread().interrupt();
            }
        }
    }
}
