package org.assay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Measures each goal beside its limit and prints the table that docs/performance.md keeps. */
public final class Benchmarks {
    private Benchmarks() {}

    /** How much of each is done. */
    private record Size(int fundsOfManyLots, int fundsOfManyPositions, int commits, int turns, int triggers) {
        static Size named(String name) {
            return name.equals("full")
                    ? new Size(10_000, 1_000, 10_000, 100_000, 4_000)
                    : new Size(400, 60, 1_000, 20_000, 1_000);
        }
    }

    /** System properties: {@code assay.bench}, small or full; {@code assay.bench.goals}, such as P7,P9, or none for all. */
    public static void main(String[] arguments) throws Exception {
        Size size = Size.named(System.getProperty("assay.bench", "small"));
        Set<String> goals = new TreeSet<>(
                List.of(System.getProperty("assay.bench.goals", "").split(",")));
        boolean all = goals.contains("");
        List<Figure> figures = new ArrayList<>();
        try (BenchDatabase database = BenchDatabase.start()) {
            if (all || goals.contains("P7") || goals.contains("P8") || goals.contains("P11")) {
                figures.addAll(new NavGoals(database, size.fundsOfManyLots(), 100, 10).measure());
                figures.addAll(new NavGoals(database, size.fundsOfManyPositions(), 1_000, 1).measure());
            }
            if (all || goals.contains("P9")) {
                figures.addAll(new CommitGoal(database, size.commits()).measure());
            }
            if (all || goals.contains("P13")) {
                figures.addAll(new ScheduleGoal(database, size.turns(), size.triggers()).measure());
            }
        }
        System.out.println("| goal | what | limit | ours | ratio | asked | met |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        figures.forEach(System.out::println);
        System.exit(0);
    }
}
