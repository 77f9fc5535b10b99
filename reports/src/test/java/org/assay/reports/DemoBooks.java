package org.assay.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** Books as reports are given them, over a pack that is replayed once. */
public final class DemoBooks implements Books {
    private static final SortedMap<String, FundPack> LIVING = new TreeMap<>();

    private final StruckNav nav;
    private final List<StruckDay> days;

    private DemoBooks(StruckNav nav, List<StruckDay> days) {
        this.nav = nav;
        this.days = days;
    }

    /** The demo fund up to a day. */
    public static DemoBooks demo(String date) {
        return of(DemoNavs.pack("ejb/pack/demo/ill-compute"), LocalDate.parse(date));
    }

    /** A pack of this project's tests up to its last day or this one. */
    public static DemoBooks golden(String name, String date) {
        return of(DemoNavs.pack("ejb/pack/src/test/resources/golden/" + name), LocalDate.parse(date));
    }

    /** A fund of the living demo up to a day. */
    public static DemoBooks living(String fund, String date) {
        return of(living().get(fund), LocalDate.parse(date));
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

    /** Of any pack: trades were posted by one person, all else by another, and the strikes by the schedule. */
    public static DemoBooks of(FundPack pack, LocalDate to) {
        List<StruckDay> days = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), to, strike -> {
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
        StruckDay last = days.get(days.size() - 1);
        return new DemoBooks(
                new StruckNav(pack.fund(), last.inputs(), last.result(), 1, 1, "Published", List.of(), List.of()),
                days);
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

    private static synchronized SortedMap<String, FundPack> living() {
        if (LIVING.isEmpty()) {
            try {
                Path folder = Files.createTempDirectory("assay-living");
                PackWriter.toFolder(LivingDemo.files(), folder);
                try (Stream<Path> packs = Files.list(folder).filter(Files::isDirectory)) {
                    for (Path pack : packs.sorted().toList()) {
                        FundPack read = PackReader.read(pack).rows().get(0);
                        LIVING.put(read.fund().fund(), read);
                    }
                }
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return LIVING;
    }
}
