package org.assay.it.launch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Many who send prices of one fund at the same time, again and again: five times as many as a pool has connections. Who
 * is refused tries again after a second.
 */
final class Crowd {
    static final int SIZE = 100;
    private static final int UNAVAILABLE = 503;
    private static final String HELD = "Held by somebody else";

    private final Node node;
    private final String fund;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newFixedThreadPool(SIZE);
    private final List<Future<Void>> sending = new ArrayList<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Queue<Double> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();

    private Crowd(Node node, String fund) {
        this.node = node;
        this.fund = fund;
    }

    static Crowd sendTo(Node node, String fund) {
        Crowd crowd = new Crowd(node, fund);
        IntStream.range(0, SIZE).forEach(sender -> crowd.sending.add(crowd.senders.submit(() -> crowd.send(sender))));
        return crowd;
    }

    private Void send(int sender) throws IOException, InterruptedException {
        while (!isOver.get()) {
            HttpRequest request = node.request("api/funds/%s/files/prices".formatted(fund))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("no prices " + sender))
                    .build();
            long begun = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            double millis = (System.nanoTime() - begun) / 1e6;
            if (answer.statusCode() != UNAVAILABLE) {
                other.incrementAndGet();
            } else if (answer.body().contains(HELD)) {
                told.incrementAndGet();
            } else {
                refused.add(millis);
                Thread.sleep(1_000);
            }
        }
        return null;
    }

    void awaitRefused() throws InterruptedException {
        while (refused.isEmpty()) {
            Thread.sleep(20);
        }
    }

    /** Those that were let in wait for the fund, and are told at last that somebody holds it. */
    void awaitTold() throws InterruptedException {
        while (told.get() == 0) {
            Thread.sleep(20);
        }
    }

    void end() throws InterruptedException, ExecutionException {
        isOver.set(true);
        senders.shutdown();
        for (Future<Void> each : sending) {
            each.get();
        }
    }

    double refusalMillis(int percentile) {
        List<Double> sorted = refused.stream().sorted().toList();
        return sorted.get(sorted.size() * percentile / 100);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "of %s at once %s were refused, after %.0f ms (median), %.0f (p99); %s were told that the fund is held, %s had another answer when it no longer was",
                SIZE,
                refused.size(),
                refusalMillis(50),
                refusalMillis(99),
                told.get(),
                other.get());
    }
}
