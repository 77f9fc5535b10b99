package org.assay.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.db.AskedBy;
import org.assay.db.FundStore;
import org.assay.db.Opening;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeId;
import org.assay.db.StrikeStore;
import org.assay.db.Years;
import org.assay.ejb.Strikes;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/** One worker of a night: the strike as the server makes it, on connections it keeps, as a pool would. */
final class Desk implements AutoCloseable {
    private static final AskedBy SCHEDULE = new AskedBy("schedule", Optional.of("bench"), "bench");

    private final Connection writing;
    private final Connection reading;
    private final Connection asking;
    private final Snapshots snapshots;
    private final StrikeStore store;
    private final Strikes strikes;

    Desk(BenchDatabase database) throws SQLException {
        writing = database.app();
        writing.setAutoCommit(false);
        reading = database.app();
        asking = database.app();
        snapshots = new Snapshots(keeping(reading));
        DataSource kept = keeping(writing);
        store = new StrikeStore(kept);
        strikes = new Strikes(new FundStore(kept), store, snapshots, new Years(keeping(asking)));
    }

    /** The whole of it: read, strike, append, commit. */
    void strike(String fund) throws SQLException {
        boolean goesOn = strikes.strike(StrikeId.scheduled(fund, BenchFund.STRUCK), SCHEDULE);
        writing.commit();
        if (!goesOn) {
            throw new IllegalStateException(fund + " is held");
        }
    }

    /** Read and strike; nothing is kept. */
    NavResult value(String fund) {
        return struck(fund).result();
    }

    /** What a strike is made of and what it decided, before it is kept. */
    record Struck(String fund, Knowledge knowledge, Opening opening, NavInputs inputs, NavResult result) {}

    Struck struck(String fund) {
        try (Snapshot snapshot = snapshots.open()) {
            Knowledge knowledge = snapshot.knowledge(snapshot.fund(fund).orElseThrow());
            KnownFund known = KnownFund.of(knowledge, Optional.empty());
            Opening opening = snapshot.opening(knowledge, BenchFund.STRUCK);
            NavInputs inputs = known.on(BenchFund.STRUCK, opening.books());
            return new Struck(fund, knowledge, opening, inputs, Nav.strike(inputs));
        }
    }

    /** Keeps a strike and commits. */
    void keep(Struck struck) throws SQLException {
        boolean isNew = store.append(
                StrikeId.scheduled(struck.fund(), BenchFund.STRUCK),
                Optional.empty(),
                struck.opening().strike(),
                SCHEDULE,
                struck.knowledge(),
                struck.inputs(),
                struck.result());
        writing.commit();
        if (!isNew) {
            throw new IllegalStateException(struck.fund() + " was struck before");
        }
    }

    @Override
    public void close() throws SQLException {
        writing.close();
        reading.close();
        asking.close();
    }

    private static DataSource keeping(Connection connection) {
        Connection kept = kept(connection, () -> {});
        return (DataSource) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return kept;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A connection that is given back where it would be closed. */
    static Connection kept(Connection connection, Runnable givenBack) {
        return (Connection) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        givenBack.run();
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
