package org.assay.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What work took: by the clock, of the processor, and of the heap. */
final class Watch {
    private Watch() {}

    /** @param heapMegabytes the most that was in use, what waited for collection included */
    record Taken(Duration wall, Duration processor, long heapMegabytes) {}

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Does with one item what a worker does. */
    @FunctionalInterface
    interface Item {
        void run(int item) throws Exception;
    }

    static Duration time(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The middle one of three. */
    static Duration median(Work before, Work work) throws Exception {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            before.run();
            times.add(time(work));
        }
        return times.stream().sorted().skip(1).findFirst().orElseThrow();
    }

    /** Items from {@code from} to before {@code to}, shared by as many threads as there are workers. */
    static Taken share(int from, int to, List<Item> workers) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long began = System.nanoTime();
            List<Future<Long>> done = new ArrayList<>();
            for (Item worker : workers) {
                done.add(threads.submit(() -> {
                    for (int item = next.getAndIncrement(); item < to; item = next.getAndIncrement()) {
                        worker.run(item);
                    }
                    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                }));
            }
            long processor = 0;
            for (Future<Long> worker : done) {
                processor += worker.get();
            }
            Duration wall = Duration.ofNanos(System.nanoTime() - began);
            long most = heap().stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            return new Taken(wall, Duration.ofNanos(processor), most >> 20);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
