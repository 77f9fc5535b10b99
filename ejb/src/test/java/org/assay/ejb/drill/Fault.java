package org.assay.ejb.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.ejb.drill.Orders.Due;
import org.assay.ejb.drill.Orders.Stop;

/**
 * What a seed decides: which days of which funds are struck in which order, and what is killed when.
 *
 * @param stop the place it is killed at; else it is killed some milliseconds after the work began
 * @param millis until then
 * @param applicationFirst of both, in being killed and in being started again
 */
record Fault(
        long seed,
        List<Due> due,
        Victim victim,
        Optional<Stop> stop,
        int millis,
        boolean applicationFirst,
        boolean databaseBackFirst) {
    /** Of seven seeds four kill the application, one the database, one both, and one cuts the wire. */
    private static final List<Victim> VICTIMS = List.of(
            Victim.APPLICATION,
            Victim.DATABASE,
            Victim.APPLICATION,
            Victim.WIRE,
            Victim.APPLICATION,
            Victim.BOTH,
            Victim.APPLICATION);

    /** Once a commit is sent: before, nothing is in doubt. */
    private static final List<Point> ON_THE_WIRE = List.of(Point.COMMIT, Point.UNANSWERED);

    private static final List<Point> POINTS = List.of(Point.values());

    /** One fund of so many has all its days due, the others one. */
    private static final int FEW = 4;

    private static final int LATEST_MILLIS = 700;

    /** The seed counts through victims and places, so that all of them come; the rest it draws. */
    static Fault of(long seed, DrillFunds funds) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Due> due = due(funds, random);
        Victim victim = VICTIMS.get((int) (seed % VICTIMS.size()));
        int round = (int) (seed / VICTIMS.size());
        return new Fault(
                seed,
                due,
                victim,
                point(victim, round, (int) seed).map(at -> new Stop(at, due.get(random.nextInt(due.size())))),
                random.nextInt(LATEST_MILLIS),
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** Every second round is at a moment of no name. */
    private static Optional<Point> point(Victim victim, int round, int seed) {
        if (victim == Victim.WIRE) {
            return Optional.of(ON_THE_WIRE.get(round % ON_THE_WIRE.size()));
        }
        if (round % 2 == 1) {
            return Optional.empty();
        }
        int turn = switch (victim) {
            // Four in a round, at seeds that are two apart.
            case APPLICATION -> seed / 2;
            // They begin where most is open.
            case DATABASE -> round / 2 + POINTS.indexOf(Point.COMMIT);
            default -> round / 2 + POINTS.indexOf(Point.JOURNAL);
        };
        return Optional.of(POINTS.get(turn % POINTS.size()));
    }

    /** All funds in an order of the seed's own, each with some of its days. */
    private static List<Due> due(DrillFunds funds, SplittableRandom random) {
        List<String> left = new ArrayList<>(funds.ids());
        List<Due> due = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Due> days = funds.due(left.remove(random.nextInt(left.size())));
            due.addAll(days.subList(0, random.nextInt(FEW) == 0 ? days.size() : 1));
        }
        return due;
    }

    @Override
    public String toString() {
        String both = victim == Victim.BOTH
                ? ", %s killed first, %s back first"
                        .formatted(
                                applicationFirst ? "application" : "database",
                                databaseBackFirst ? "database" : "application")
                : "";
        return "seed %s: %s %s%s"
                .formatted(
                        Long.toString(seed),
                        victim,
                        stop.map(place -> "at %s of %s".formatted(place.at(), place.due()))
                                .orElse("after %s ms".formatted(Integer.toString(millis))),
                        both);
    }
}
