package org.assay.batch.quartz;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.quartz.spi.ThreadExecutor;

/**
 * The scheduler's own threads, for triggers, misfires and the cluster, as threads of the server: they see the
 * application's classes and end with it. Quartz makes this by its name, so what is to be cancelled is kept here.
 */
public final class ManagedThreads implements ThreadExecutor {
    private static final String EXECUTOR = "java:jboss/ee/concurrency/executor/quartz";
    private static final long SECONDS_TO_END = 3;
    private static final Queue<Future<?>> RUNNING = new ConcurrentLinkedQueue<>();

    @Override
    public void initialize() {
        // The executor is the server's.
    }

    @Override
    public void execute(Thread thread) {
        RUNNING.add(executor().submit(thread));
    }

    @SuppressWarnings("BanJNDI") // the server's own name, never a user's
    static ManagedExecutorService executor() {
        try {
            return InitialContext.doLookup(EXECUTOR);
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no executor " + EXECUTOR, e);
        }
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
