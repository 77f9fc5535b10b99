package org.assay.it.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.it.launch.Gates.Gate;

/**
 * What is killed, and when.
 *
 * @param at the place; else some milliseconds after the next strike
 * @param millis until then
 * @param victims files of process numbers, in the order they are killed
 */
record Kill(Optional<Gate> at, int millis, List<String> victims) {
    private static final long SEED = 20260105L;
    private static final int LATEST_MILLIS = 200;
    private static final int AT_RANDOM = 5;

    private static final String SERVER = "server.pid";
    private static final String DATABASE = "db/postmaster.pid";
    private static final List<Gate> PLACES = List.of(Gate.JOURNAL, Gate.COMMIT, Gate.HEAD, Gate.LOCK);
    private static final List<List<String>> EACH = List.of(List.of(SERVER), List.of(DATABASE));

    /** Each place with each of the two; with "crash" twenty, both at once among them. */
    static List<Kill> of(String drill) {
        return drill.equals("crash") ? twenty() : each(List.of(Gate.values()), EACH);
    }

    /**
     * Each place with each of three, and five moments of no name between them. The receipt comes last: who waits for it
     * has struck everything.
     */
    private static List<Kill> twenty() {
        List<List<String>> three = List.of(EACH.get(0), EACH.get(1), List.of(DATABASE, SERVER));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < PLACES.size() * three.size(); i++) {
            // One step on in both lists: together they come to every pair, for four and three have no common part.
            kills.add(at(PLACES.get(i % PLACES.size()), three.get(i % three.size())));
        }
        for (int i = 0; i < AT_RANDOM; i++) {
            kills.add(
                    3 * i,
                    new Kill(Optional.empty(), random.nextInt(LATEST_MILLIS), three.get((i + 2) % three.size())));
        }
        kills.addAll(each(List.of(Gate.RECEIPT), three));
        return kills;
    }

    private static List<Kill> each(List<Gate> gates, List<List<String>> victims) {
        return gates.stream()
                .flatMap(gate -> victims.stream().map(victim -> at(gate, victim)))
                .toList();
    }

    static Kill at(Gate gate) {
        return at(gate, EACH.get(0));
    }

    private static Kill at(Gate gate, List<String> victims) {
        return new Kill(Optional.of(gate), 0, victims);
    }

    @Override
    public String toString() {
        String when = at.map(Gate::toString).orElse("after %s ms".formatted(Integer.toString(millis)));
        String what = victims.size() > 1 ? "both" : victims.get(0).equals(SERVER) ? "server" : "database";
        return what + " " + when;
    }
}
