package org.assay.ejb.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.ejb.drill.DrillBooks.Gate;
import org.assay.ejb.drill.Orders.Due;
import org.assay.ejb.drill.StrikerProcess.Said;

/** One seed: strikes begin, something is killed, what died is started again, all is struck to the end. */
final class CrashRound {
    private static final String OPEN = """
            select count(*) from pg_stat_activity
            where application_name = '%s' and datname = '%s' and xact_start is not null""";
    private static final String STRUCK = "select fund || '@' || date, struck_at from assay.strike where version > 0";

    private final Fault fault;
    private final DrillDatabase database;
    private final Wire wire;
    private final Path folder;
    private final String books;
    private StrikerProcess striker;

    /**
     * What came of it.
     *
     * @param open transactions of strikes open at the kill
     * @param acknowledged before the kill
     * @param lost of these, not there afterwards, or made anew
     * @param unheard committed before the kill, and acknowledged to nobody
     * @param found strikes that were asked for again and were there: nothing was booked
     * @param down seconds until the database answered again, when it was killed
     * @param resumed seconds until the next strike was committed, when one was left
     */
    record Outcome(
            Fault fault,
            int open,
            int acknowledged,
            List<Due> lost,
            int unheard,
            int found,
            Optional<Double> down,
            Optional<Double> resumed) {}

    CrashRound(Fault fault, DrillDatabase database, Wire wire, StrikerProcess striker, Path folder) {
        this.fault = fault;
        this.database = database;
        this.wire = wire;
        this.striker = striker;
        this.folder = folder;
        this.books = "seed_" + fault.seed();
    }

    /** The database of this seed, once it was played. */
    String books() {
        return books;
    }

    /** The striker that is alive after it. */
    StrikerProcess striker() {
        return striker;
    }

    /** @param before the books of the seed before, which are thrown away */
    Outcome play(String before) throws SQLException, IOException {
        DrillBooks.copy(database, books);
        DrillBooks.drop(database, before);
        int earlier = striker.acknowledged().size();
        Optional<Gate> gate = gate();
        striker.order(orders(fault.stop().filter(stop -> !stop.at().isInDatabase())));
        awaitMoment(gate);
        int open = awaitOpen();
        List<Due> acknowledged = striker.acknowledged();
        long killed = System.nanoTime();
        Instant moment = kill();
        if (fault.victim() != Victim.WIRE) {
            // Nobody can have acknowledged anything new: the striker or its database is dead.
            acknowledged = striker.acknowledged();
        }
        List<Due> sure = acknowledged.subList(earlier, acknowledged.size());
        gate.ifPresent(Gate::close);
        wire.release();
        Optional<Double> down = startAgain(killed);
        long since = down.map(seconds -> killed + (long) (seconds * 1e9)).orElse(killed);
        List<Said> said = striker.await(line -> line.is("done"));
        return new Outcome(
                fault,
                open,
                sure.size(),
                lost(sure, moment),
                unheard(sure, moment),
                (int) said.stream().filter(line -> line.is("found")).count(),
                down,
                said.stream()
                        .filter(line -> line.is("struck") && line.nanos() > since)
                        .findFirst()
                        .map(line -> (line.nanos() - killed) / 1e9));
    }

    private Orders orders(Optional<Orders.Stop> stop) {
        return new Orders(wire.port(), books, stop, fault.due());
    }

    private Optional<Gate> gate() throws SQLException {
        Optional<Orders.Stop> inDatabase = fault.stop().filter(stop -> stop.at().isInDatabase());
        return inDatabase.isPresent()
                ? Optional.of(Gate.close(database.superuser(books), inDatabase.get()))
                : Optional.empty();
    }

    private void awaitMoment(Optional<Gate> gate) throws SQLException, IOException {
        if (fault.stop().isEmpty()) {
            Pause.millis(fault.millis());
        } else if (gate.isPresent()) {
            gate.get().awaitSomebody();
        } else {
            striker.await(line -> line.is("at"));
        }
        if (fault.stop().filter(stop -> stop.at() == Point.UNANSWERED).isPresent()) {
            wire.holdAnswers();
            striker.goOn();
            awaitCommitted(fault.stop().get().due());
        }
    }

    private void awaitCommitted(Due due) throws SQLException {
        String question = "select 1 from assay.strike where fund = '%s' and date = '%s' and version > 0"
                .formatted(due.fund(), due.date());
        try (Connection connection = database.superuser(books)) {
            while (Invariants.rows(connection, question).isEmpty()) {
                Pause.millis(2);
            }
        }
    }

    /** A kill between two transactions would prove little: it waits for one, as long as there is work. */
    private int awaitOpen() throws SQLException {
        try (Connection connection = database.superuser("postgres")) {
            String question = OPEN.formatted(StrikerHand.WRITES, books);
            int open = 0;
            for (int tries = 0; open == 0 && tries < 2_000 && !striker.hasSaidDone(); tries++) {
                open = Integer.parseInt(
                        Invariants.rows(connection, question).get(0).get(0));
            }
            return open;
        }
    }

    private Instant kill() {
        List<Runnable> kills = new ArrayList<>();
        if (fault.victim().hasApplication()) {
            kills.add(striker::kill);
        }
        if (fault.victim().hasDatabase()) {
            kills.add(database::kill);
        }
        if (fault.victim() == Victim.WIRE) {
            kills.add(wire::cut);
        }
        if (!fault.applicationFirst()) {
            Collections.reverse(kills);
        }
        kills.forEach(Runnable::run);
        if (fault.victim().hasApplication()) {
            striker.awaitEnd();
        }
        return Instant.now();
    }

    /** @return seconds the database was down */
    private Optional<Double> startAgain(long killed) throws IOException {
        if (!fault.victim().hasApplication()
                && fault.stop()
                        .filter(stop ->
                                stop.at() != Point.UNANSWERED && !stop.at().isInDatabase())
                        .isPresent()) {
            striker.goOn();
        }
        if (fault.victim().hasApplication() && !fault.databaseBackFirst()) {
            startApplication();
        }
        Optional<Double> down = Optional.empty();
        if (fault.victim().hasDatabase()) {
            database.restart();
            database.awaitUp();
            down = Optional.of((System.nanoTime() - killed) / 1e9);
        }
        if (fault.victim().hasApplication() && fault.databaseBackFirst()) {
            startApplication();
        }
        return down;
    }

    private void startApplication() throws IOException {
        striker = StrikerProcess.start(folder);
        striker.order(orders(Optional.empty()));
    }

    private List<Due> lost(List<Due> sure, Instant moment) throws SQLException {
        SortedSet<String> there = struckBefore(moment);
        return sure.stream().filter(due -> !there.contains(due.toString())).toList();
    }

    private int unheard(List<Due> sure, Instant moment) throws SQLException {
        SortedSet<String> there = struckBefore(moment);
        sure.forEach(due -> there.remove(due.toString()));
        there.retainAll(fault.due().stream().map(Due::toString).toList());
        return there.size();
    }

    /** A strike that was lost and made anew is younger than the kill. */
    private SortedSet<String> struckBefore(Instant moment) throws SQLException {
        try (Connection connection = database.superuser(books)) {
            TreeSet<String> there = new TreeSet<>();
            Invariants.rows(connection, "%s and struck_at <= '%s'".formatted(STRUCK, moment))
                    .forEach(row -> there.add(row.get(0)));
            return there;
        }
    }
}
