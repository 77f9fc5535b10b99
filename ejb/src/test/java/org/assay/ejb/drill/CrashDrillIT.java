package org.assay.ejb.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assay.ejb.drill.CrashRound.Outcome;
import org.assay.ejb.drill.Orders.Due;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills, by kill -9 and in the middle of strikes, the process that strikes, PostgreSQL, both, or the wire between them;
 * starts again what died, strikes to the end, and holds the books against an undisturbed night. One seed decides the
 * days and their order, the place or the moment, and what is killed.
 *
 * <p>{@code -Dassay.drill=all}: more seeds; {@code =crash}: all of them; {@code =seed:17}: that one.
 */
class CrashDrillIT {
    private static final int QUICK = 6;
    private static final int GATE = 28;
    private static final int ALL = 350;
    private static final String NAMED = "seed:";

    @TempDir
    private static Path folder;

    private static final Tally TALLY = new Tally();
    private static DrillFunds funds;
    private static DrillDatabase database;
    private static Wire wire;
    private static StrikerProcess striker;
    private static Invariants invariants;
    private static String lastBooks = "undisturbed";

    static LongStream seeds() {
        String drill = System.getProperty("assay.drill", "");
        if (drill.startsWith(NAMED)) {
            return LongStream.of(Long.parseLong(drill.substring(NAMED.length())));
        }
        return LongStream.range(0, drill.equals("crash") ? ALL : drill.equals("all") ? GATE : QUICK);
    }

    @BeforeAll
    static void undisturbed() throws SQLException, IOException {
        funds = new DrillFunds(1);
        database = DrillDatabase.make(folder);
        wire = Wire.to(database.port());
        striker = StrikerProcess.start(folder);
        DrillBooks.make(database, funds, striker);
        DrillBooks.copy(database, lastBooks);
        List<Due> due =
                funds.ids().stream().flatMap(fund -> funds.due(fund).stream()).toList();
        striker.order(new Orders(wire.port(), lastBooks, Optional.empty(), due));
        striker.await(said -> said.is("done"));
        try (Connection books = database.superuser(lastBooks)) {
            invariants = Invariants.of(books, funds);
            assertThat(invariants.broken(books, due)).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_dies_the_books_are_those_of_an_undisturbed_night(long seed) throws SQLException, IOException {
        Fault fault = Fault.of(seed, funds);
        CrashRound round = new CrashRound(fault, database, wire, striker, folder);
        try {
            System.out.println(fault);
            Outcome outcome = round.play(lastBooks);
            try (Connection books = database.superuser(round.books())) {
                assertThat(invariants.broken(books, fault.due()))
                        .as(fault.toString())
                        .isEmpty();
            }
            assertThat(outcome.lost()).as("lost, of %s", fault).isEmpty();
            TALLY.add(outcome);
        } finally {
            striker = round.striker();
            lastBooks = round.books();
        }
    }

    @AfterAll
    static void tell() throws IOException {
        TALLY.write(Path.of(System.getProperty("assay.root"), "ejb/target/crash-drill.txt"));
        striker.close();
        wire.close();
        database.close();
    }
}
