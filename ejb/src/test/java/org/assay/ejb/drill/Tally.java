package org.assay.ejb.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.ejb.drill.CrashRound.Outcome;

/** Counts what came of the seeds, for docs/reliability.md. */
final class Tally {
    private static final List<Point> POINTS = List.of(Point.values());

    private final List<Outcome> outcomes = new ArrayList<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Victim victim : Victim.values()) {
            List<Outcome> of = outcomes.stream()
                    .filter(outcome -> outcome.fault().victim() == victim)
                    .toList();
            if (!of.isEmpty()) {
                lines.add(line(victim.toString(), of));
            }
        }
        lines.add("");
        SortedMap<String, List<Outcome>> places = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            places.computeIfAbsent(place(outcome), key -> new ArrayList<>()).add(outcome);
        }
        places.forEach((place, of) -> lines.add(line(place.substring(3), of)));
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }

    private static String place(Outcome outcome) {
        return outcome.fault()
                .stop()
                .map(stop -> String.format(Locale.ROOT, "%02d %s", POINTS.indexOf(stop.at()), stop.at()))
                .orElse("99 random milliseconds");
    }

    private static String line(String name, List<Outcome> of) {
        return "%-20s seeds %s, with a transaction open %s, acknowledged %s, lost %s, unheard %s, asked again and found %s, down %s, resumed %s"
                .formatted(
                        name,
                        of.size(),
                        of.stream().filter(outcome -> outcome.open() > 0).count(),
                        of.stream().mapToInt(Outcome::acknowledged).sum(),
                        of.stream().mapToInt(outcome -> outcome.lost().size()).sum(),
                        of.stream().mapToInt(Outcome::unheard).sum(),
                        of.stream().mapToInt(Outcome::found).sum(),
                        seconds(of.stream()
                                .flatMap(outcome -> outcome.down().stream())
                                .sorted()
                                .toList()),
                        seconds(of.stream()
                                .flatMap(outcome -> outcome.resumed().stream())
                                .sorted()
                                .toList()));
    }

    /** Median, 99th of a hundred, and slowest. */
    private static String seconds(List<Double> sorted) {
        if (sorted.isEmpty()) {
            return "-";
        }
        int p99 = Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.99) - 1);
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f / %.2f s",
                sorted.get((sorted.size() - 1) / 2),
                sorted.get(p99),
                sorted.get(sorted.size() - 1));
    }
}
