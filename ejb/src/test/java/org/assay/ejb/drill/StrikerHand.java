package org.assay.ejb.drill;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.db.AskedBy;
import org.assay.db.BooksUnavailable;
import org.assay.db.FundStore;
import org.assay.db.Snapshots;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.ejb.Strikes;
import org.assay.ejb.drill.Orders.Due;
import org.assay.ejb.drill.Orders.Stop;

/** One of a striker's hands: strikes one day after the other, each in a transaction, and again until it is there. */
final class StrikerHand implements AutoCloseable {
    /** Of the connections that write, as the database lists them. */
    static final String WRITES = "striker";

    private static final AskedBy SCHEDULE = new AskedBy("schedule", Optional.of("drill"), "striker");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Striker striker;
    private final Orders orders;
    private Optional<Lines> lines = Optional.empty();
    private boolean isAppended;

    StrikerHand(Striker striker, Orders orders) {
        this.striker = striker;
        this.orders = orders;
    }

    /** Its two connections, kept from strike to strike as a pool would. */
    private record Lines(Connection writes, Connection reads) {}

    void strike(Due due) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isStruck(due)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the database stays away");
            }
            striker.say("again");
            Pause.millis(10);
        }
    }

    /** @return false when the database failed: whether the strike is there, only the next try can tell */
    private boolean isStruck(Due due) {
        try {
            Lines now = connected();
            isAppended = false;
            strikes(now, due).strike(StrikeId.scheduled(due.fund(), due.date()), SCHEDULE);
            at(Point.WRITTEN, due);
            at(Point.UNANSWERED, due);
            now.writes().commit();
            at(Point.COMMITTED, due);
            if (isAppended) {
                striker.acknowledge(due);
            }
            striker.say((isAppended ? "struck " : "found ") + due);
            at(Point.ACKNOWLEDGED, due);
            return true;
        } catch (SQLException | BooksUnavailable failed) {
            close();
            return false;
        }
    }

    private Strikes strikes(Lines now, Due due) {
        DataSource locks = giving(now.writes(), () -> at(Point.BEFORE_LOCK, due), () -> at(Point.LOCKED, due));
        DataSource appends = giving(
                now.writes(),
                () -> {
                    isAppended = true;
                    at(Point.THOUGHT, due);
                },
                () -> {});
        return new Strikes(
                new FundStore(locks),
                new StrikeStore(appends),
                new Snapshots(giving(now.reads(), () -> {}, () -> {})),
                new Years(source("years")));
    }

    private void at(Point point, Due due) {
        striker.at(new Stop(point, due), orders);
    }

    private Lines connected() throws SQLException {
        if (lines.isEmpty()) {
            Connection writes = source(WRITES).getConnection();
            writes.setAutoCommit(false);
            lines = Optional.of(new Lines(writes, source("reader").getConnection()));
        }
        return lines.get();
    }

    private DataSource source(String name) {
        return DrillDatabase.applicationSource(orders.port(), orders.database(), name);
    }

    /** A data source that gives the transaction's connection, as the server's does; closing it gives it back. */
    static DataSource giving(Connection connection, Runnable before, Runnable after) {
        Connection lent = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                after.run();
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            before.run();
            return lent;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Whatever is open on them is rolled back. */
    @Override
    public void close() {
        lines.ifPresent(now -> {
            for (Connection connection : new Connection[] {now.writes(), now.reads()}) {
                try {
                    connection.close();
                } catch (SQLException gone) {
                    // With the database, or with the wire.
                }
            }
        });
        lines = Optional.empty();
    }
}
