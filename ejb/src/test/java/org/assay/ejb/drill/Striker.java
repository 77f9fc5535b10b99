package org.assay.ejb.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assay.ejb.drill.Orders.Due;
import org.assay.ejb.drill.Orders.Stop;

/**
 * A node to be killed: a process that strikes what it is told, by the very {@link org.assay.ejb.Strikes} of the server,
 * two funds at a time. It hears its orders on standard input and says on standard output what it did; what it
 * acknowledges is on disk before it says so.
 *
 * <pre>
 *   ready                      it waits for orders
 *   at WRITTEN                 it stands still there until it hears a line
 *   struck FUND@2026-03-03     this strike is committed and acknowledged
 *   found FUND@2026-03-03      it was there already, nothing was booked
 *   again                      the database failed it and it tries again
 *   done                       all is there
 * </pre>
 */
public final class Striker {
    static final int AT_A_TIME = 2;

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final FileChannel acknowledged;
    private final AtomicBoolean hasStopped = new AtomicBoolean();

    private Striker(FileChannel acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** @param arguments the file it acknowledges in */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try (FileChannel file =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            new Striker(file).work();
        }
    }

    private void work() throws IOException, InterruptedException, ExecutionException {
        say("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            strike(Orders.parse(line));
            say("done");
        }
    }

    private void strike(Orders orders) throws InterruptedException, ExecutionException {
        hasStopped.set(false);
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<?>> hands = new ArrayList<>();
            for (int hand = 0; hand < AT_A_TIME; hand++) {
                List<Due> share = share(orders.due(), hand);
                hands.add(pool.submit(() -> {
                    try (StrikerHand books = new StrikerHand(this, orders)) {
                        share.forEach(books::strike);
                    }
                }));
            }
            for (Future<?> hand : hands) {
                hand.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Every second fund, with all its days: a fund's days stay in order. */
    private static List<Due> share(List<Due> due, int hand) {
        List<String> funds = due.stream().map(Due::fund).distinct().toList();
        return due.stream()
                .filter(day -> funds.indexOf(day.fund()) % AT_A_TIME == hand)
                .toList();
    }

    synchronized void say(String line) {
        System.out.println(line);
    }

    /** On disk first, and then said. */
    synchronized void acknowledge(Due due) {
        try {
            acknowledged.write(ByteBuffer.wrap((due + "\n").getBytes(StandardCharsets.UTF_8)));
            acknowledged.force(true);
        } catch (IOException e) {
            throw new IllegalStateException("no acknowledgement of " + due, e);
        }
    }

    /** Stands still when this is the place it was told, the first time it comes by. */
    void at(Stop here, Orders orders) {
        if (orders.stop().filter(here::equals).isEmpty() || hasStopped.getAndSet(true)) {
            return;
        }
        try {
            say("at " + here.at());
            in.readLine();
        } catch (IOException e) {
            throw new IllegalStateException("nobody says to go on", e);
        }
    }
}
