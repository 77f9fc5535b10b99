package org.assay.batch.quartz;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadPool;

/** Runs jobs on threads of the server, so many at a time. Quartz makes it by its name and sets its properties. */
public final class ManagedThreadPool implements ThreadPool {
    /** Jobs are short, and interrupted when the scheduler stops. */
    private static final long SECONDS_TO_END = 20;

    private int threadCount = 4;
    private Semaphore free = new Semaphore(threadCount);

    /** @param threadCount how many jobs run at once on this node */
    public void setThreadCount(int threadCount) {
        this.threadCount = threadCount;
        free = new Semaphore(threadCount);
    }

    @Override
    public boolean runInThread(Runnable job) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            ManagedThreads.executor().execute(() -> {
                try {
                    job.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return free.availablePermits();
    }

    @Override
    public void initialize() {
        // Nothing to make: the threads are the server's.
    }

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        if (waitForJobsToComplete) {
            try {
                free.tryAcquire(threadCount, SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public int getPoolSize() {
        return threadCount;
    }

    @Override
    public void setInstanceId(String instanceId) {
        // Threads are named by the server.
    }

    @Override
    public void setInstanceName(String instanceName) {
        // Threads are named by the server.
    }
}
