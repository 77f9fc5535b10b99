package org.assay.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Trade;
import org.assay.pack.demo.LivingDemo;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/** Books as reports are given them: a pack, replayed once for all tests, up to any of its days. */
public final class DemoBooks implements Books {
    private static final Map<String, Struck> STRUCK = new ConcurrentHashMap<>();

    private final StruckNav nav;
    private final List<StruckDay> days;

    private record Struck(FundPack pack, List<StruckDay> days) {
        /** Trades were posted by one person, all else by another, and the schedule asked for the strikes. */
        static Struck of(FundPack pack) {
            List<StruckDay> days = new ArrayList<>();
            LocalDate last =
                    LocalDate.ofInstant(pack.manifest().known(), ZoneOffset.UTC).minusDays(1);
            Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), last, strike -> {
                SortedMap<String, Posted> posted = new TreeMap<>();
                for (Fact fact : strike.inputs().facts()) {
                    posted.put(
                            fact.stamp().id(),
                            new Posted(
                                    fact instanceof Trade ? "ada" : "grace",
                                    fact.stamp().recorded()));
                }
                days.add(new StruckDay(
                        strike.inputs(),
                        strike.result(),
                        new Posted("schedule", strike.inputs().known().plus(Duration.ofMinutes(1))),
                        posted));
            });
            return new Struck(pack, days);
        }
    }

    private DemoBooks(StruckNav nav, List<StruckDay> days) {
        this.nav = nav;
        this.days = days;
    }

    /** The demo fund. */
    public static DemoBooks demo(String date) {
        return of("ejb/pack/demo/ill-compute", date);
    }

    /** A worked example of the packs' tests. */
    public static DemoBooks golden(String name, String date) {
        return of("ejb/pack/src/test/resources/golden/" + name, date);
    }

    /** A pack of the tests of reports. */
    public static DemoBooks own(String name, String date) {
        return of("reports/src/test/resources/packs/" + name, date);
    }

    /** A fund of the living demo, whose year lies in two of the calendar. */
    public static DemoBooks living(String fund, String date) {
        return upTo(STRUCK.computeIfAbsent(fund, DemoBooks::lived), date);
    }

    private static DemoBooks of(String folder, String date) {
        return upTo(STRUCK.computeIfAbsent(folder, name -> Struck.of(DemoNavs.pack(name))), date);
    }

    private static DemoBooks upTo(Struck struck, String date) {
        LocalDate to = LocalDate.parse(date);
        List<StruckDay> days = struck.days().stream()
                .filter(day -> !day.inputs().date().isAfter(to))
                .toList();
        StruckDay last = days.get(days.size() - 1);
        if (!last.inputs().date().equals(to)) {
            throw new IllegalArgumentException(
                    "%s was not struck on %s".formatted(last.result().fund(), date));
        }
        return new DemoBooks(
                new StruckNav(
                        struck.pack().fund(), last.inputs(), last.result(), 1, 1, "Published", List.of(), List.of()),
                days);
    }

    /** The same books, signed by somebody. */
    public DemoBooks signed(SignOff sign) {
        return new DemoBooks(
                new StruckNav(nav.fund(), nav.inputs(), nav.result(), 1, 1, "Published", List.of(sign), List.of()),
                days);
    }

    @Override
    public StruckNav nav() {
        return nav;
    }

    @Override
    public void days(LocalDate first, Consumer<StruckDay> each) {
        days.stream().filter(day -> !day.inputs().date().isBefore(first)).forEach(each);
    }

    @Override
    public FundPack pack() {
        throw new UnsupportedOperationException("evidence is told from its own books");
    }

    @Override
    public ChainProof chain() {
        throw new UnsupportedOperationException("evidence is told from its own books");
    }

    public static byte[] written(Report report, Books books) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            report.write(books, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Struck lived(String fund) {
        try {
            Path folder = Files.createTempDirectory("assay-living");
            try {
                PackWriter.toFolder(LivingDemo.files(), folder);
                Path pack = folder.resolve(fund.toLowerCase(Locale.ROOT));
                return Struck.of(PackReader.read(pack).rows().get(0));
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
