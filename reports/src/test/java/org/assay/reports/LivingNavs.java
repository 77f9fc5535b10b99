package org.assay.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.pack.demo.LivingDemo;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/**
 * The three funds of the living demo, struck once for all tests: tokens every day of the week, an ETF of futures, and tokens,
 * futures, bills and euro in one. Of each the first day, a month end with fees, the day after tokens fell by a third, a day of a
 * roll, and the last, on which one fund is held.
 */
public final class LivingNavs {
    private static final SortedMap<String, List<String>> DAYS = new TreeMap<>(Map.of(
            "ill-tokens", List.of("2025-07-01", "2025-09-30", "2025-11-08", "2026-03-15", "2026-06-30"),
            "ill-cetf", List.of("2025-07-01", "2025-09-30", "2025-11-10", "2026-03-13", "2026-06-30"),
            "ill-balanced", List.of("2025-07-01", "2025-09-30", "2025-11-10", "2026-03-13", "2026-06-30")));

    private static final List<Struck> NAVS = struck();

    private static final Map<String, byte[]> WRITTEN = new TreeMap<>();

    private LivingNavs() {}

    /** A NAV and the pack its figures lead back to. */
    public record Struck(FundPack pack, StruckNav nav) {
        @Override
        public String toString() {
            return nav.result().fund() + " " + nav.result().date();
        }
    }

    /** By fund, then by day. */
    public static List<Struck> all() {
        return NAVS;
    }

    public static Struck on(String fund, String date) {
        return NAVS.stream()
                .filter(struck -> struck.toString().equals(fund + " " + date))
                .findFirst()
                .orElseThrow();
    }

    /** Written once for all tests. */
    public static byte[] written(NavReport report, Struck struck) {
        return WRITTEN.computeIfAbsent(struck + " " + report.kind(), key -> DemoNavs.written(report, struck.nav()));
    }

    private static List<Struck> struck() {
        List<FundPack> packs = packs();
        return packs.stream().flatMap(pack -> struck(pack).stream()).toList();
    }

    private static List<Struck> struck(FundPack pack) {
        List<String> wanted = DAYS.get(pack.fund().fund().toLowerCase(Locale.ROOT));
        LocalDate last = LocalDate.parse(wanted.get(wanted.size() - 1));
        List<Struck> navs = new ArrayList<>();
        List<PastNav> history = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), last, strike -> {
            for (ClassNav nav : strike.result().classes()) {
                history.add(new PastNav(strike.result().date(), nav.shareClass(), nav.netAssets(), nav.perShare()));
            }
            if (wanted.contains(strike.result().date().toString())) {
                String status = strike.isHeld() ? "Held" : "Review";
                StruckNav nav =
                        new StruckNav(pack.fund(), strike.inputs(), strike.result(), 1, 1, status, List.of(), history);
                navs.add(new Struck(pack, nav));
            }
        });
        return navs;
    }

    private static List<FundPack> packs() {
        try {
            Path folder = Files.createTempDirectory("living");
            try {
                for (Map.Entry<String, byte[]> file : LivingDemo.files().entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                List<FundPack> packs = new ArrayList<>();
                for (String name : DAYS.keySet()) {
                    packs.add(PackReader.read(folder.resolve(name)).rows().get(0));
                }
                return packs;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
